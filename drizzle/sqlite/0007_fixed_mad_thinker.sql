ALTER TABLE `invitation` ADD `about` text DEFAULT 'initiative' NOT NULL;--> statement-breakpoint
ALTER TABLE `invitation` ADD `element_id` text;--> statement-breakpoint
ALTER TABLE `invitation` ADD `system_ask_id` text;--> statement-breakpoint
ALTER TABLE `invitation` ADD `came_back_at` integer;