CREATE TABLE `digest` (
	`person_id` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`due_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `digest_due` ON `digest` (`due_at`);--> statement-breakpoint
ALTER TABLE `letter` ADD `since` integer;--> statement-breakpoint
ALTER TABLE `person` ADD `language` text;--> statement-breakpoint
ALTER TABLE `notice_wish` DROP COLUMN `push`;