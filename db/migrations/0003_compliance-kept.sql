CREATE TABLE `controls` (
	`organization_id` text NOT NULL,
	`control` text NOT NULL,
	`owner` text,
	`how` text,
	`note` text,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`organization_id`, `control`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`control` text NOT NULL,
	`system_id` text,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`note` text,
	`href` text,
	`file_id` text,
	`media_type` text,
	`size` integer,
	`sha256` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	`valid_from` text NOT NULL,
	`expires` text,
	`review` text NOT NULL,
	`reviewed_by` text,
	`reviewed_at` integer,
	`review_note` text,
	`serves` text NOT NULL,
	`removed_by` text,
	`removed_at` integer,
	`reminded_at` integer,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `evidence_organization` ON `evidence` (`organization_id`,`control`);--> statement-breakpoint
CREATE INDEX `evidence_expires` ON `evidence` (`expires`);--> statement-breakpoint
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
CREATE TABLE `incidents` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`title` text NOT NULL,
	`happened` text NOT NULL,
	`noticed_at` integer NOT NULL,
	`system_id` text,
	`severity` text NOT NULL,
	`consequences` text NOT NULL,
	`people_affected` integer,
	`told` text,
	`learnt` text,
	`closed_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `incidents_organization` ON `incidents` (`organization_id`,`deleted_at`);--> statement-breakpoint
CREATE TABLE `literacy_records` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`who` text NOT NULL,
	`person` integer NOT NULL,
	`email` text,
	`people` integer NOT NULL,
	`topic` text NOT NULL,
	`held_on` text NOT NULL,
	`expires_on` text,
	`evidence` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `literacy_records_organization` ON `literacy_records` (`organization_id`,`deleted_at`);--> statement-breakpoint
CREATE INDEX `literacy_records_email` ON `literacy_records` (`email`);--> statement-breakpoint
CREATE TABLE `vendor_answers` (
	`organization_id` text NOT NULL,
	`system_id` text NOT NULL,
	`question` text NOT NULL,
	`answer` text,
	`answered_by` text NOT NULL,
	`answered_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`organization_id`, `system_id`, `question`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `work_product_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`product` text NOT NULL,
	`subject` text NOT NULL,
	`number` integer NOT NULL,
	`document` text NOT NULL,
	`edits` text NOT NULL,
	`typed` text NOT NULL,
	`made` text NOT NULL,
	`detail` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `work_product_versions_number` ON `work_product_versions` (`organization_id`,`product`,`subject`,`number`);--> statement-breakpoint
ALTER TABLE `calendar_feeds` ADD `of_owner` text;