CREATE TABLE `system_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`file_name` text NOT NULL,
	`table` text NOT NULL,
	`remarks` text NOT NULL,
	`settings` text NOT NULL,
	`status` text DEFAULT 'waiting' NOT NULL,
	`report` text,
	`saved` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`saved_at` integer,
	`undone_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `system_imports_organization` ON `system_imports` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `tool_links` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tool_links_token` ON `tool_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `tool_links_organization` ON `tool_links` (`organization_id`);--> statement-breakpoint
CREATE TABLE `tool_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`tool` text NOT NULL,
	`catalogue_id` text,
	`purpose` text NOT NULL,
	`data` text NOT NULL,
	`department` text,
	`received_on` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`system_id` text,
	`reason` text,
	`decided_by` text,
	`decided_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `tool_reports_organization` ON `tool_reports` (`organization_id`,`state`,`received_on`);--> statement-breakpoint
ALTER TABLE `systems` ADD `prefilled` text DEFAULT '[]' NOT NULL;