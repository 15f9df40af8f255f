CREATE TABLE `reference_sets` (
	`source` text PRIMARY KEY NOT NULL,
	`load` text NOT NULL,
	`version` text NOT NULL,
	`licence` text NOT NULL,
	`files` text NOT NULL,
	`imported_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reference_statements` (
	`load` text NOT NULL,
	`onet` text NOT NULL,
	`task` integer NOT NULL,
	`statement` text NOT NULL,
	`kind` text,
	`importance` real,
	`activities` text NOT NULL,
	PRIMARY KEY(`load`, `onet`, `task`)
);
--> statement-breakpoint
CREATE TABLE `planned_ways` (
	`organization_id` text NOT NULL,
	`role_id` text NOT NULL,
	`onet` text NOT NULL,
	`planned_at` integer NOT NULL,
	`planned_by` text NOT NULL,
	PRIMARY KEY(`organization_id`, `role_id`, `onet`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`role_id`) REFERENCES `roles`(`id`) ON UPDATE no action ON DELETE cascade
);
