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
CREATE INDEX `evidence_expires` ON `evidence` (`expires`);