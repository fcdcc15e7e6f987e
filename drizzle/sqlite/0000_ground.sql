CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `activity` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`what` text NOT NULL,
	`initiative_id` text,
	`person_id` text,
	`element_id` text,
	`values` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `activity_initiative` ON `activity` (`initiative_id`,`id`);--> statement-breakpoint
CREATE INDEX `activity_at` ON `activity` (`at`);--> statement-breakpoint
CREATE TABLE `ask` (
	`id` text PRIMARY KEY NOT NULL,
	`initiative_id` text NOT NULL,
	`element_id` text NOT NULL,
	`person_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`message` text NOT NULL,
	`created_at` integer NOT NULL,
	`answer` text,
	`answer_line` text NOT NULL,
	`by` text,
	`answered_at` integer,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `ask_initiative` ON `ask` (`initiative_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `ask_person` ON `ask` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `board` (
	`id` text PRIMARY KEY NOT NULL,
	`epoch` integer NOT NULL,
	`seq` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `board_client` (
	`board_id` text NOT NULL,
	`client_id` integer NOT NULL,
	`person_id` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`board_id`, `client_id`)
);
--> statement-breakpoint
CREATE TABLE `board_element` (
	`board_id` text NOT NULL,
	`element_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`title` text NOT NULL,
	`position` text NOT NULL,
	`fields` text NOT NULL,
	`added_by` text,
	`added_at` integer NOT NULL,
	`changed_by` text,
	`changed_at` integer NOT NULL,
	`archived_at` integer,
	PRIMARY KEY(`board_id`, `element_id`)
);
--> statement-breakpoint
CREATE INDEX `board_element_kind` ON `board_element` (`kind`,`state`);--> statement-breakpoint
CREATE TABLE `board_snapshot` (
	`board_id` text NOT NULL,
	`seq` integer NOT NULL,
	`epoch` integer NOT NULL,
	`state` blob NOT NULL,
	`sha256` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`board_id`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `board_update` (
	`board_id` text NOT NULL,
	`seq` integer NOT NULL,
	`epoch` integer NOT NULL,
	`person_id` text,
	`bytes` blob NOT NULL,
	`created_at` integer NOT NULL,
	`quarantined_at` integer,
	PRIMARY KEY(`board_id`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `bring_in` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`file_name` text NOT NULL,
	`count` integer NOT NULL,
	`created_at` integer NOT NULL,
	`undone_at` integer
);
--> statement-breakpoint
CREATE TABLE `claim` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`email` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `endorsement` (
	`initiative_id` text NOT NULL,
	`person_id` text NOT NULL,
	`office` text NOT NULL,
	`reason` text NOT NULL,
	`purpose` text NOT NULL,
	`purpose_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_why` text NOT NULL,
	PRIMARY KEY(`initiative_id`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `endorsement_person` ON `endorsement` (`person_id`);--> statement-breakpoint
CREATE TABLE `group` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`side` text NOT NULL,
	`position` integer NOT NULL,
	`archived_at` integer
);
--> statement-breakpoint
CREATE TABLE `initiative` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`purpose` text NOT NULL,
	`purpose_hash` text NOT NULL,
	`for_whom` text NOT NULL,
	`state` text NOT NULL,
	`label` text,
	`lit_by` text NOT NULL,
	`lit_at` integer NOT NULL,
	`moved_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `initiative_moved` ON `initiative` (`moved_at`);--> statement-breakpoint
CREATE TABLE `initiative_site` (
	`initiative_id` text NOT NULL,
	`site_id` text NOT NULL,
	PRIMARY KEY(`initiative_id`, `site_id`),
	FOREIGN KEY (`initiative_id`) REFERENCES `initiative`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `initiative_spark` (
	`initiative_id` text NOT NULL,
	`spark_id` text NOT NULL,
	PRIMARY KEY(`initiative_id`, `spark_id`),
	FOREIGN KEY (`initiative_id`) REFERENCES `initiative`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `initiative_spark_spark` ON `initiative_spark` (`spark_id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`initiative_id` text NOT NULL,
	`person_id` text NOT NULL,
	`invited_by` text NOT NULL,
	`seat` text NOT NULL,
	`perspective` text,
	`line` text NOT NULL,
	`created_at` integer NOT NULL,
	`answer` text,
	`answer_line` text NOT NULL,
	`ask_after` text,
	`answered_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`initiative_id`) REFERENCES `initiative`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `invitation_person` ON `invitation` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `invitation_initiative` ON `invitation` (`initiative_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `invite` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`initiative_id` text,
	`gives` text NOT NULL,
	`label` text NOT NULL,
	`made_by` text NOT NULL,
	`max_uses` integer NOT NULL,
	`uses` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invite_secret` ON `invite` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `invite_initiative` ON `invite` (`initiative_id`);--> statement-breakpoint
CREATE TABLE `invite_use` (
	`invite_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`invite_id`, `person_id`)
);
--> statement-breakpoint
CREATE TABLE `kindling` (
	`spark_id` text NOT NULL,
	`person_id` text NOT NULL,
	`sentence` text NOT NULL,
	`line` text NOT NULL,
	`amount` text,
	`site_id` text,
	`perspectives` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`spark_id`, `person_id`, `sentence`),
	FOREIGN KEY (`spark_id`) REFERENCES `spark`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `look` (
	`person_id` text NOT NULL,
	`initiative_id` text NOT NULL,
	`at` integer NOT NULL,
	`activity_id` integer NOT NULL,
	PRIMARY KEY(`person_id`, `initiative_id`)
);
--> statement-breakpoint
CREATE TABLE `membership` (
	`initiative_id` text NOT NULL,
	`person_id` text NOT NULL,
	`seat` text NOT NULL,
	`perspectives` text NOT NULL,
	`joined_at` integer NOT NULL,
	`left_at` integer,
	PRIMARY KEY(`initiative_id`, `person_id`),
	FOREIGN KEY (`initiative_id`) REFERENCES `initiative`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `membership_person` ON `membership` (`person_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`standing` text NOT NULL,
	`name_shown` text NOT NULL,
	`role_title` text NOT NULL,
	`title_shown` integer NOT NULL,
	`site_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_user` ON `person` (`user_id`);--> statement-breakpoint
CREATE TABLE `person_group` (
	`person_id` text NOT NULL,
	`group_id` text NOT NULL,
	PRIMARY KEY(`person_id`, `group_id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `place` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`demo` integer NOT NULL,
	`open_to_read` integer NOT NULL,
	`kept_by` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pledge` (
	`id` text PRIMARY KEY NOT NULL,
	`initiative_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`what` text NOT NULL,
	`until` text,
	`state` text NOT NULL,
	`why` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`confirmed_by` text,
	`confirmed_at` integer
);
--> statement-breakpoint
CREATE INDEX `pledge_initiative` ON `pledge` (`initiative_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `pledge_person` ON `pledge` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE TABLE `site` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`archived_at` integer
);
--> statement-breakpoint
CREATE TABLE `spark` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`search_text` text NOT NULL,
	`site_id` text,
	`author_id` text,
	`name_shown` text NOT NULL,
	`perspectives` text NOT NULL,
	`present` text NOT NULL,
	`edit_secret_hash` text,
	`bring_in_id` text,
	`replied_at` integer,
	`created_at` integer NOT NULL,
	`edited_at` integer
);
--> statement-breakpoint
CREATE INDEX `spark_wall` ON `spark` (`created_at`,`id`) WHERE "spark"."state" <> 'withdrawn';--> statement-breakpoint
CREATE INDEX `spark_state` ON `spark` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `spark_site` ON `spark` (`site_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `spark_bring_in` ON `spark` (`bring_in_id`);--> statement-breakpoint
CREATE TABLE `spark_comment` (
	`id` text PRIMARY KEY NOT NULL,
	`spark_id` text NOT NULL,
	`person_id` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`spark_id`) REFERENCES `spark`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `spark_comment_spark` ON `spark_comment` (`spark_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `try_as` (
	`person_id` text PRIMARY KEY NOT NULL,
	`note` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `unnamed_quota` (
	`key` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer NOT NULL,
	`image` text,
	`is_anonymous` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
