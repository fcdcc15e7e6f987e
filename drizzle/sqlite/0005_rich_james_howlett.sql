CREATE TABLE `leadership_choice` (
	`person_id` text PRIMARY KEY NOT NULL,
	`counted` integer NOT NULL,
	`changed_at` integer NOT NULL
);
