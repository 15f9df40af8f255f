CREATE TABLE `duty_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`look` integer NOT NULL,
	`duty` text NOT NULL,
	`instrument` text NOT NULL,
	`cause` text NOT NULL,
	`aspects` text NOT NULL,
	`before` text,
	`after` text,
	`sure` integer NOT NULL,
	`found_at` integer NOT NULL,
	`noted_by` text,
	`noted_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `duty_changes_found` ON `duty_changes` (`organization_id`,`found_at`);--> statement-breakpoint
CREATE TABLE `duty_looks` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`as_of` text NOT NULL,
	`pack_version` text NOT NULL,
	`input_hash` text NOT NULL,
	`facts` text NOT NULL,
	`standings` text NOT NULL,
	`looked_at` integer NOT NULL,
	`number` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `duty_looks_due` ON `duty_looks` (`as_of`,`pack_version`);--> statement-breakpoint
CREATE TABLE `duty_owners` (
	`organization_id` text NOT NULL,
	`duty` text NOT NULL,
	`user_id` text,
	`assigned_by` text NOT NULL,
	`assigned_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `duty`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `duty_owners_user` ON `duty_owners` (`user_id`);--> statement-breakpoint
CREATE TABLE `duty_readers` (
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`seen_at` integer,
	`digest` text DEFAULT 'off' NOT NULL,
	`told_at` integer,
	`told_through` integer,
	PRIMARY KEY(`organization_id`, `user_id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `duty_readers_user` ON `duty_readers` (`user_id`);--> statement-breakpoint
ALTER TABLE `calendar_feeds` ADD `of_owner` text;