ALTER TABLE `plan_reports` ADD `read_at` text;--> statement-breakpoint
ALTER TABLE `plan_reports` ADD `read_by` text;--> statement-breakpoint
CREATE INDEX `awards_withdrawn` ON `awards` (`withdrawn_at`,`id`);