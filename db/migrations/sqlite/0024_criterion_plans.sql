CREATE TABLE `criterion_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`criterion` text NOT NULL,
	`due_on` text,
	`review` text,
	`answer_version` integer NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `criterion_plans_once` ON `criterion_plans` (`assessment_id`,`criterion`);