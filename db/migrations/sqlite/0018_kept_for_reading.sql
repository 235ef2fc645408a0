DROP INDEX `reviews_panel`;--> statement-breakpoint
CREATE INDEX `reviews_order` ON `reviews` (`closed_at`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_panel` ON `reviews` (`panel_id`,`closed_at`,`opened_at`,`id`,`submission_id`,`organisation_id`);--> statement-breakpoint
ALTER TABLE `answers` ADD `words` integer;--> statement-breakpoint
CREATE INDEX `assessments_round` ON `assessments` (`round_id`);--> statement-breakpoint
CREATE INDEX `signatures_user` ON `signatures` (`user_id`);--> statement-breakpoint
CREATE INDEX `submissions_round` ON `submissions` (`round_id`,`number`);--> statement-breakpoint
CREATE INDEX `submissions_signature` ON `submissions` (`signature_id`);--> statement-breakpoint
CREATE INDEX `submissions_held` ON `submissions` (`withdrawn_at`,`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `decisions_submission` ON `decisions` (`submission_id`);--> statement-breakpoint
CREATE INDEX `interests_user` ON `interests` (`user_id`,`conflict`,`review_id`);--> statement-breakpoint
CREATE INDEX `awards_department` ON `awards` (`department_id`);--> statement-breakpoint
CREATE INDEX `plan_reports_read` ON `plan_reports` (`read_at`,`sent_at`);