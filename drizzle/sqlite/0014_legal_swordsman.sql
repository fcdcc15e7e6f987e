CREATE TABLE `pledge_news` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`pledge_id` text NOT NULL,
	`line` text NOT NULL,
	`at` integer NOT NULL,
	`moves` integer NOT NULL,
	`from_day` text,
	`to_day` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pledge_news_id` ON `pledge_news` (`id`);--> statement-breakpoint
CREATE INDEX `pledge_news_pledge` ON `pledge_news` (`pledge_id`,`n`);--> statement-breakpoint
ALTER TABLE `test_room` ADD `end_told` integer;--> statement-breakpoint
CREATE INDEX `test_room_state` ON `test_room` (`state`);--> statement-breakpoint
CREATE INDEX `invitation_asked_back` ON `invitation` (`answer`,`came_back_at`,`ask_after`);