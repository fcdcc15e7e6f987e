CREATE TABLE `letter` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`notice_id` text,
	`secret_address` text,
	`words` text,
	`created_at` integer NOT NULL,
	`due_at` integer,
	`attempts` integer NOT NULL,
	`taken_by` text,
	`sent_at` integer,
	`gave_up_at` integer
);
--> statement-breakpoint
CREATE INDEX `letter_due` ON `letter` (`due_at`);--> statement-breakpoint
CREATE TABLE `mute` (
	`person_id` text NOT NULL,
	`initiative_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `initiative_id`)
);
--> statement-breakpoint
CREATE TABLE `notice` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`why` text NOT NULL,
	`what` text NOT NULL,
	`by_person_id` text,
	`initiative_id` text,
	`element_id` text,
	`values` text NOT NULL,
	`address` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer
);
--> statement-breakpoint
CREATE INDEX `notice_person` ON `notice` (`person_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `notice_unseen` ON `notice` (`person_id`,`seen_at`);--> statement-breakpoint
CREATE TABLE `notice_wish` (
	`person_id` text PRIMARY KEY NOT NULL,
	`mail` integer NOT NULL,
	`push` integer NOT NULL,
	`digest` text NOT NULL,
	`hour` integer NOT NULL,
	`time_zone` text NOT NULL
);
