CREATE TABLE `test_room` (
	`id` text PRIMARY KEY NOT NULL,
	`initiative_id` text NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`asked_by` text,
	`message` text NOT NULL,
	`created_at` integer NOT NULL,
	`accepted_by` text,
	`accepted_at` integer,
	`covered_at` integer,
	`closed_at` integer,
	`why` text NOT NULL,
	`learned` text NOT NULL,
	`learned_by` text,
	`learned_at` integer
);
--> statement-breakpoint
CREATE INDEX `test_room_initiative` ON `test_room` (`initiative_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `test_room_person` ON `test_room` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `test_room_test` (
	`room_id` text NOT NULL,
	`element_id` text NOT NULL,
	`linked_by` text NOT NULL,
	`linked_at` integer NOT NULL,
	PRIMARY KEY(`room_id`, `element_id`)
);
--> statement-breakpoint
CREATE TABLE `test_room_words` (
	`room_id` text NOT NULL,
	`version` integer NOT NULL,
	`what` text NOT NULL,
	`where` text NOT NULL,
	`until` text NOT NULL,
	`safe` text NOT NULL,
	`call_me` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`room_id`, `version`)
);
