CREATE TABLE `audit_files` (
	`audit_id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`files` text NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `competitors` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`homepage` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `competitors_organization` ON `competitors` (`organization_id`);--> statement-breakpoint
CREATE TABLE `site_claims` (
	`organization_id` text NOT NULL,
	`host` text NOT NULL,
	`token` text NOT NULL,
	`proven_by` text,
	`proven_at` integer,
	`seen` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	PRIMARY KEY(`organization_id`, `host`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `audits` ADD `competitor_id` text REFERENCES competitors(id);