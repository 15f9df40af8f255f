CREATE TABLE `experiments` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`prompt_set_id` text NOT NULL,
	`name` text NOT NULL,
	`hypothesis` text NOT NULL,
	`metric` text NOT NULL,
	`changed_on` text NOT NULL,
	`days` integer NOT NULL,
	`pages` text NOT NULL,
	`prompts` text NOT NULL,
	`held_out` text NOT NULL,
	`engine` text NOT NULL,
	`model` text,
	`source` text NOT NULL,
	`smallest_seen` real,
	`outcome_id` text,
	`stated_at` integer NOT NULL,
	`stated_by` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`prompt_set_id`) REFERENCES `prompt_sets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `experiments_organization` ON `experiments` (`organization_id`,`stated_at`);--> statement-breakpoint
CREATE TABLE `probe_settings` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`scheduled` integer NOT NULL,
	`monthly_budget_usd` real NOT NULL,
	`stopped_because` text,
	`proposals` text,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `quote_judgements` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`quote` text NOT NULL,
	`sentiment` text NOT NULL,
	`accuracy` text NOT NULL,
	`correction` text,
	`settled_on` text,
	`judged_at` integer NOT NULL,
	`judged_by` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quote_judgements_quote` ON `quote_judgements` (`organization_id`,`quote`);--> statement-breakpoint
ALTER TABLE `answers` ADD `marks` text;--> statement-breakpoint
CREATE INDEX `answers_time` ON `answers` (`organization_id`,`at`);