CREATE TABLE `appeals` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`grounds` text NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text NOT NULL,
	`review_id` text,
	`outcome` text,
	`outcome_reason` text,
	`closed_at` text,
	`closed_by` text,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appeals_decision` ON `appeals` (`decision_id`);--> statement-breakpoint
CREATE INDEX `appeals_assessment` ON `appeals` (`assessment_id`);--> statement-breakpoint
CREATE TABLE `consensus_ratings` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`criterion` text NOT NULL,
	`rating` integer,
	`reason` text NOT NULL,
	`commendation` text NOT NULL,
	`recommendation` text NOT NULL,
	`requirement` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consensus_ratings_once` ON `consensus_ratings` (`review_id`,`criterion`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`outcome` text NOT NULL,
	`level` text,
	`revisions_due_on` text,
	`record` text NOT NULL,
	`sha256` text NOT NULL,
	`decided_at` text NOT NULL,
	`decided_by` text NOT NULL,
	`supersedes` text,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decisions_assessment` ON `decisions` (`assessment_id`);--> statement-breakpoint
CREATE INDEX `decisions_review` ON `decisions` (`review_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_supersedes` ON `decisions` (`supersedes`);--> statement-breakpoint
CREATE TABLE `interests` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`user_id` text NOT NULL,
	`conflict` integer NOT NULL,
	`reason` text NOT NULL,
	`declared_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `interests_once` ON `interests` (`review_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `panel_members` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`user_id` text NOT NULL,
	`seat` text NOT NULL,
	`statistics` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `panel_members_once` ON `panel_members` (`panel_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `panel_members_user` ON `panel_members` (`user_id`);--> statement-breakpoint
CREATE TABLE `panels` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `past_employments` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `past_employments_once` ON `past_employments` (`user_id`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `ratings` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`user_id` text NOT NULL,
	`criterion` text NOT NULL,
	`rating` integer,
	`not_applicable` integer NOT NULL,
	`reason` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ratings_once` ON `ratings` (`review_id`,`user_id`,`criterion`);--> statement-breakpoint
CREATE TABLE `review_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`criterion` text NOT NULL,
	`text` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_notes_review` ON `review_notes` (`review_id`,`criterion`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`purpose` text NOT NULL,
	`opened_at` text NOT NULL,
	`opened_by` text NOT NULL,
	`ratings_due_at` text,
	`discussion_opened_at` text,
	`closed_at` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_once` ON `reviews` (`submission_id`,`panel_id`);--> statement-breakpoint
CREATE INDEX `reviews_panel` ON `reviews` (`panel_id`);--> statement-breakpoint
CREATE INDEX `reviews_assessment` ON `reviews` (`assessment_id`);--> statement-breakpoint
CREATE TABLE `seals` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`user_id` text NOT NULL,
	`sha256` text NOT NULL,
	`sealed_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seals_once` ON `seals` (`review_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `award_words` (
	`id` text PRIMARY KEY NOT NULL,
	`word` text NOT NULL,
	`award_id` text NOT NULL,
	`published_at` text NOT NULL,
	FOREIGN KEY (`award_id`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `award_words_word` ON `award_words` (`word`,`published_at`,`award_id`);--> statement-breakpoint
CREATE INDEX `award_words_award` ON `award_words` (`award_id`);--> statement-breakpoint
CREATE TABLE `awards` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`organisation_id` text NOT NULL,
	`department_id` text NOT NULL,
	`organisation` text NOT NULL,
	`department` text NOT NULL,
	`charter` text NOT NULL,
	`level` text NOT NULL,
	`decision_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`awarded_on` text NOT NULL,
	`valid_until` text NOT NULL,
	`grace_until` text,
	`published_at` text,
	`published_by` text,
	`withdrawn_at` text,
	`withdrawn_by` text,
	`withdrawn_reason` text,
	`status_index` integer NOT NULL,
	`renews` text,
	`created_at` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `awards_number` ON `awards` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `awards_decision` ON `awards` (`decision_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `awards_status_index` ON `awards` (`status_index`);--> statement-breakpoint
CREATE INDEX `awards_register` ON `awards` (`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `awards_organisation` ON `awards` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `awards_assessment` ON `awards` (`assessment_id`);--> statement-breakpoint
CREATE TABLE `credential_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`public_jwk` text NOT NULL,
	`sealed_private_jwk` text NOT NULL,
	`created_at` text NOT NULL,
	`retired_at` text
);
--> statement-breakpoint
CREATE TABLE `decision_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`kind` text NOT NULL,
	`file_id` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_documents_kind` ON `decision_documents` (`decision_id`,`kind`);--> statement-breakpoint
CREATE TABLE `objections` (
	`id` text PRIMARY KEY NOT NULL,
	`award_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`ground` text NOT NULL,
	`text` text NOT NULL,
	`made_at` text NOT NULL,
	`outcome` text,
	`outcome_reason` text,
	`closed_at` text,
	`closed_by` text,
	FOREIGN KEY (`award_id`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `objections_award` ON `objections` (`award_id`);--> statement-breakpoint
CREATE TABLE `organisation_events` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`name_before` text NOT NULL,
	`into_organisation` text,
	`happened_on` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organisation_events_organisation` ON `organisation_events` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `organisation_events_into` ON `organisation_events` (`into_organisation`);--> statement-breakpoint
CREATE TABLE `plan_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`award_id` text NOT NULL,
	`year` integer NOT NULL,
	`actions` text NOT NULL,
	`summary` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`sent_at` text,
	FOREIGN KEY (`award_id`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_reports_year` ON `plan_reports` (`award_id`,`year`);--> statement-breakpoint
CREATE TABLE `retired_charters` (
	`id` text PRIMARY KEY NOT NULL,
	`retired_at` text NOT NULL,
	`retired_by` text NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `assessments` ADD `renews` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `ods_code` text;