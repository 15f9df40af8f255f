CREATE TABLE `assessment_parts` (
	`assessment_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`of` text NOT NULL,
	`part` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `of`, `part`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
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
CREATE TABLE `exposure_scenario_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`scenario_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`input_hash` text NOT NULL,
	`knowledge_version` text NOT NULL,
	`parameters` text NOT NULL,
	`result` text NOT NULL,
	`result_for_all` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`scenario_id`) REFERENCES `exposure_scenarios`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `exposure_scenario_versions_scenario` ON `exposure_scenario_versions` (`organization_id`,`scenario_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `exposure_scenarios` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `exposure_scenarios_organization` ON `exposure_scenarios` (`organization_id`,`created_at`);--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE `import_bad_rows` (
	`import_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`seq` integer NOT NULL,
	`line` integer NOT NULL,
	`cells` text NOT NULL,
	`problems` text NOT NULL,
	PRIMARY KEY(`import_id`, `seq`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `import_roles` (
	`import_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`role_id` text NOT NULL,
	`title` text NOT NULL,
	`draft` text,
	`before` text,
	`after` text,
	`heads` real NOT NULL,
	`heads_before` real NOT NULL,
	`rows` integer NOT NULL,
	`lines` text NOT NULL,
	`version_before` integer,
	`version_after` integer,
	PRIMARY KEY(`import_id`, `seq`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `import_roles_kind` ON `import_roles` (`import_id`,`kind`,`seq`);--> statement-breakpoint
CREATE TABLE `title_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`source` text NOT NULL,
	`changes` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `title_batches_organization` ON `title_batches` (`organization_id`,`made_at`);--> statement-breakpoint
ALTER TABLE `role_imports` ADD `columns` text;--> statement-breakpoint
ALTER TABLE `role_imports` ADD `remarks` text;--> statement-breakpoint
ALTER TABLE `role_imports` ADD `notes` text;--> statement-breakpoint
ALTER TABLE `role_imports` ADD `rows` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `role_imports` ADD `read_with` text;--> statement-breakpoint
ALTER TABLE `role_imports` ADD `compared_with` text;--> statement-breakpoint
ALTER TABLE `role_imports` ADD `saved_to` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `role_imports` ADD `progress` text;--> statement-breakpoint
ALTER TABLE `role_imports` ADD `cancel_asked` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `role_imports` ADD `failure` text;--> statement-breakpoint
ALTER TABLE `role_imports` ADD `saved_at` integer;--> statement-breakpoint
ALTER TABLE `role_imports` ADD `undone_at` integer;--> statement-breakpoint
ALTER TABLE `role_imports` ADD `undone_by` text;