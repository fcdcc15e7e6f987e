CREATE TABLE `ask_link` (
	`secret_hash` text PRIMARY KEY NOT NULL,
	`ask_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `ask_link_ask` ON `ask_link` (`ask_id`);--> statement-breakpoint
CREATE TABLE `ask_possible` (
	`id` text PRIMARY KEY NOT NULL,
	`ask_id` text NOT NULL,
	`person_id` text NOT NULL,
	`line` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ask_possible_ask` ON `ask_possible` (`ask_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `ask_step` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`ask_id` text NOT NULL,
	`what` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text NOT NULL,
	`to_person_id` text,
	`answer` text,
	`line` text NOT NULL,
	`by` text,
	`office` text NOT NULL,
	`level` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ask_step_id` ON `ask_step` (`id`);--> statement-breakpoint
CREATE INDEX `ask_step_ask` ON `ask_step` (`ask_id`,`n`);--> statement-breakpoint
ALTER TABLE `ask` ADD `level` text DEFAULT 'team' NOT NULL;--> statement-breakpoint
ALTER TABLE `ask` ADD `turn_since` integer;--> statement-breakpoint
ALTER TABLE `ask` ADD `office` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `ask` ADD `step_id` text;--> statement-breakpoint
ALTER TABLE `ask` ADD `step_to` text;--> statement-breakpoint
ALTER TABLE `ask` ADD `step_by` text;--> statement-breakpoint
ALTER TABLE `ask` ADD `step_reason` text;--> statement-breakpoint
ALTER TABLE `ask` ADD `step_due_at` integer;--> statement-breakpoint
CREATE INDEX `ask_step_due` ON `ask` (`step_due_at`);