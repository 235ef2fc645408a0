CREATE TABLE `requirement_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`criterion` text NOT NULL,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `requirement_notes_once` ON `requirement_notes` (`decision_id`,`criterion`);--> statement-breakpoint
CREATE TABLE `sign_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`message` text NOT NULL,
	`snapshot` text NOT NULL,
	`asked_at` text NOT NULL,
	`asked_by` text NOT NULL,
	`outcome` text,
	`comments` text,
	`closed_at` text,
	`closed_by` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_requests_assessment` ON `sign_requests` (`assessment_id`);--> statement-breakpoint
ALTER TABLE `assessments` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `assessments` ADD `discarded_at` text;--> statement-breakpoint
ALTER TABLE `assessments` ADD `discarded_by` text;