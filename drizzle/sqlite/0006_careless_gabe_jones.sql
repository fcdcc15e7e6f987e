ALTER TABLE `board_snapshot` ADD `state_vector` blob;--> statement-breakpoint
ALTER TABLE `board_snapshot` ADD `shape` text;