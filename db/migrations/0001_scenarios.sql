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
CREATE INDEX `exposure_scenarios_organization` ON `exposure_scenarios` (`organization_id`,`created_at`);