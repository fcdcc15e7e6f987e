CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`initiative_id` text NOT NULL,
	`element_id` text NOT NULL,
	`open_element_id` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`outcome` text,
	`outcome_why` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`asked` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_open` ON `decision` (`initiative_id`,`open_element_id`);--> statement-breakpoint
CREATE INDEX `decision_initiative` ON `decision` (`initiative_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `decision_said` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`decision_id` text NOT NULL,
	`version` integer NOT NULL,
	`person_id` text NOT NULL,
	`answer` text NOT NULL,
	`because` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_said_id` ON `decision_said` (`id`);--> statement-breakpoint
CREATE INDEX `decision_said_decision` ON `decision_said` (`decision_id`,`n`);--> statement-breakpoint
CREATE TABLE `decision_wording` (
	`decision_id` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`reasons` text NOT NULL,
	`words_hash` text NOT NULL,
	`by_when` text NOT NULL,
	`put_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`decision_id`, `version`)
);
