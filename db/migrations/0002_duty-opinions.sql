CREATE TABLE `duty_opinions` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`role_id` text NOT NULL,
	`batch` text NOT NULL,
	`run` integer NOT NULL,
	`duties` text NOT NULL,
	`outcome` text NOT NULL,
	`model` text NOT NULL,
	`prompt_version` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`role_id`) REFERENCES `roles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `duty_opinions_role` ON `duty_opinions` (`organization_id`,`role_id`,`at`);