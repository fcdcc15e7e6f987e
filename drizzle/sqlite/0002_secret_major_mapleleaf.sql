CREATE TABLE `system_ask` (
	`id` text PRIMARY KEY NOT NULL,
	`cause` text NOT NULL,
	`kind` text NOT NULL,
	`raised_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`forum` text NOT NULL,
	`heard_on` text,
	`sponsor_id` text,
	`sponsored_at` integer,
	`answer` text,
	`answer_line` text NOT NULL,
	`next` text NOT NULL,
	`answered_at` integer
);
--> statement-breakpoint
CREATE INDEX `system_ask_created` ON `system_ask` (`created_at`);--> statement-breakpoint
CREATE INDEX `system_ask_sponsor` ON `system_ask` (`sponsor_id`);--> statement-breakpoint
CREATE TABLE `system_ask_blocker` (
	`system_ask_id` text NOT NULL,
	`initiative_id` text NOT NULL,
	`element_id` text NOT NULL,
	`story` text NOT NULL,
	`wait_cost` text NOT NULL,
	`tried` text NOT NULL,
	`joined_by` text NOT NULL,
	`joined_at` integer NOT NULL,
	`left_at` integer,
	PRIMARY KEY(`system_ask_id`, `initiative_id`, `element_id`),
	FOREIGN KEY (`system_ask_id`) REFERENCES `system_ask`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `system_ask_blocker_initiative` ON `system_ask_blocker` (`initiative_id`,`element_id`);