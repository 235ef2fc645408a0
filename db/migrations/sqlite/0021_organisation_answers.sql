CREATE TABLE `shared_copies` (
	`assessment_id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`copied_at` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `agreed_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`fact` text NOT NULL,
	`value` text NOT NULL,
	`reason` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agreed_facts_once` ON `agreed_facts` (`review_id`,`fact`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`department_id` text,
	`charter` text NOT NULL,
	`target_level` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`round_id` text,
	`renews` text,
	`name` text DEFAULT '' NOT NULL,
	`discarded_at` text,
	`discarded_by` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_assessments`("id", "organisation_id", "department_id", "charter", "target_level", "state", "round_id", "renews", "name", "discarded_at", "discarded_by", "created_at", "created_by", "updated_at", "version") SELECT "id", "organisation_id", "department_id", "charter", "target_level", "state", "round_id", "renews", "name", "discarded_at", "discarded_by", "created_at", "created_by", "updated_at", "version" FROM `assessments`;--> statement-breakpoint
DROP TABLE `assessments`;--> statement-breakpoint
ALTER TABLE `__new_assessments` RENAME TO `assessments`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `assessments_organisation` ON `assessments` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `assessments_department` ON `assessments` (`department_id`);--> statement-breakpoint
CREATE INDEX `assessments_round` ON `assessments` (`round_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_of_organisation` ON `assessments` (`organisation_id`,`charter`,`round_id`) WHERE department_id is null;--> statement-breakpoint
ALTER TABLE `ratings` ADD `statements` text;