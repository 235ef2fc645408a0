ALTER TABLE `answers` ADD `statements` text;--> statement-breakpoint
ALTER TABLE `answer_versions` ADD `statements` text;