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
CREATE UNIQUE INDEX `work_product_versions_number` ON `work_product_versions` (`organization_id`,`product`,`subject`,`number`);