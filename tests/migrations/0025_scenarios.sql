PRAGMA foreign_keys = OFF;
CREATE TABLE __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric);
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`providerId` text NOT NULL,
	`userId` text NOT NULL,
	`accessToken` text,
	`refreshToken` text,
	`idToken` text,
	`accessTokenExpiresAt` text,
	`refreshTokenExpiresAt` text,
	`scope` text,
	`password` text,
	`createdAt` text NOT NULL,
	`updatedAt` text NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`criteria` text NOT NULL,
	`objective` text NOT NULL,
	`reason` text NOT NULL,
	`steps` text NOT NULL,
	`owner` text NOT NULL,
	`start_on` text,
	`due_on` text,
	`resources` text NOT NULL,
	`success_measure` text NOT NULL,
	`priority` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL, `responsible` text DEFAULT '' NOT NULL, `baseline` text DEFAULT '' NOT NULL, `target` text DEFAULT '' NOT NULL, `key_priority` text DEFAULT '' NOT NULL, `milestones` text DEFAULT '[]' NOT NULL, `position` integer DEFAULT 0 NOT NULL, `carries` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`criterion` text NOT NULL,
	`claimed` integer,
	`not_applicable` text,
	`narrative` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL, `origin` text, `review` text, `words` integer, `statements` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `audit_events` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text,
	`event` text NOT NULL,
	`organisation_id` text,
	`subject` text,
	`details` text NOT NULL
, `chain` text, `position` integer, `previous` text, `seal` text);
CREATE TABLE `departments` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`criterion` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`link` text,
	`file_id` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL, `kind` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL, `erased_at` text, `erased_by` text, `erased_reason` text, `scan` text DEFAULT 'not-scanned' NOT NULL, `scanned_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `indicator_counts` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`indicator` text NOT NULL,
	`first_numerator` integer NOT NULL,
	`first_denominator` integer NOT NULL,
	`second_numerator` integer NOT NULL,
	`second_denominator` integer NOT NULL,
	`source` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`organisation_id` text,
	`department_id` text,
	`role` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL
, `ods_code` text, `contact_email` text, `needs_second_factor` integer DEFAULT false NOT NULL);
CREATE TABLE `password_links` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text, `token_hash` text, `purpose` text DEFAULT 'password' NOT NULL, `created_by` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expiresAt` text NOT NULL,
	`token` text NOT NULL,
	`createdAt` text NOT NULL,
	`updatedAt` text NOT NULL,
	`ipAddress` text,
	`userAgent` text,
	`userId` text NOT NULL, `method` text DEFAULT 'password' NOT NULL, `confirmed_at` text,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`emailVerified` integer NOT NULL,
	`image` text,
	`createdAt` text NOT NULL,
	`updatedAt` text NOT NULL
);
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expiresAt` text NOT NULL,
	`createdAt` text NOT NULL,
	`updatedAt` text NOT NULL
);
CREATE TABLE `action_progress` (
	`id` text PRIMARY KEY NOT NULL,
	`action_id` text NOT NULL,
	`status` text NOT NULL,
	`note` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `answer_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`criterion` text NOT NULL,
	`version` integer NOT NULL,
	`claimed` integer,
	`not_applicable` text,
	`narrative` text NOT NULL,
	`origin` text,
	`saved_at` text NOT NULL,
	`saved_by` text NOT NULL, `statements` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`criterion` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `calendar_links` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`criterion` text NOT NULL,
	`text` text NOT NULL,
	`mentions` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`resolved_at` text,
	`resolved_by` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `extensions` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`closes_at` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`organisation_id` text NOT NULL,
	`department_id` text,
	`role` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` text NOT NULL,
	`accepted_at` text,
	`revoked_at` text, `token_hash` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`created_at` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` text NOT NULL,
	`sent_at` text,
	`last_error` text
, `unsubscribe` text, `token_of` text, `held_at` text);
CREATE TABLE `presences` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`criterion` text NOT NULL,
	`user_id` text NOT NULL,
	`seen_at` text NOT NULL
);
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`charter` text NOT NULL,
	`opens_at` text NOT NULL,
	`closes_at` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL
);
CREATE TABLE `signatures` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`statement` text NOT NULL,
	`content_sha256` text NOT NULL,
	`signed_at` text NOT NULL,
	`voided_at` text,
	`voided_by` text, `role` text DEFAULT 'executive-sponsor' NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`round_id` text,
	`number` integer NOT NULL,
	`signature_id` text NOT NULL,
	`snapshot` text NOT NULL,
	`sha256` text NOT NULL,
	`submitted_at` text NOT NULL,
	`submitted_by` text NOT NULL,
	`withdrawn_at` text,
	`withdrawn_by` text,
	`withdrawn_reason` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signature_id`) REFERENCES `signatures`(`id`) ON UPDATE no action ON DELETE no action
);
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
	`updated_by` text NOT NULL, `statements` text,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
);
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
CREATE TABLE `panels` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL
);
CREATE TABLE `past_employments` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `ratings` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`user_id` text NOT NULL,
	`criterion` text NOT NULL,
	`rating` integer,
	`not_applicable` integer NOT NULL,
	`reason` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL, `statements` text,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `review_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`criterion` text NOT NULL,
	`text` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
);
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
CREATE TABLE `seals` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`user_id` text NOT NULL,
	`sha256` text NOT NULL,
	`sealed_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `award_words` (
	`id` text PRIMARY KEY NOT NULL,
	`word` text NOT NULL,
	`award_id` text NOT NULL,
	`published_at` text NOT NULL,
	FOREIGN KEY (`award_id`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE no action
);
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
CREATE TABLE `credential_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`public_jwk` text NOT NULL,
	`sealed_private_jwk` text NOT NULL,
	`created_at` text NOT NULL,
	`retired_at` text
);
CREATE TABLE `decision_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`kind` text NOT NULL,
	`file_id` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
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
	`sent_at` text, `read_at` text, `read_by` text,
	FOREIGN KEY (`award_id`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `retired_charters` (
	`id` text PRIMARY KEY NOT NULL,
	`retired_at` text NOT NULL,
	`retired_by` text NOT NULL,
	`reason` text NOT NULL
);
CREATE TABLE `reminder_stops` (
	`user_id` text PRIMARY KEY NOT NULL,
	`stopped_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `audit_checkpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`chain` text NOT NULL,
	`position` integer NOT NULL,
	`event_seal` text NOT NULL,
	`before` text NOT NULL,
	`cut_at` text NOT NULL,
	`seal` text NOT NULL
);
CREATE TABLE `account_security` (
	`user_id` text PRIMARY KEY NOT NULL,
	`last_sign_in_at` text,
	`reset_at` text,
	`factor_due_at` text,
	`closed_at` text,
	`closed_by` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `address_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`email` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`old_confirmed_at` text,
	`new_confirmed_at` text,
	`ended_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `authenticators` (
	`user_id` text PRIMARY KEY NOT NULL,
	`sealed_secret` text NOT NULL,
	`created_at` text NOT NULL,
	`confirmed_at` text,
	`last_step` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `factor_resets` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`asked_at` text NOT NULL,
	`asked_by` text NOT NULL,
	`reason` text NOT NULL,
	`effective_at` text NOT NULL,
	`applied_at` text,
	`cancelled_at` text,
	`cancelled_by` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `failed_tries` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`hour` text NOT NULL,
	`tries` integer NOT NULL,
	`last_at` text NOT NULL
);
CREATE TABLE `identity_providers` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text,
	`name` text NOT NULL,
	`issuer` text NOT NULL,
	`client_id` text NOT NULL,
	`sealed_client_secret` text NOT NULL,
	`proves_two_factors` text NOT NULL,
	`required` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`created_at` text NOT NULL,
	`last_used_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `role_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`organisation_id` text NOT NULL,
	`department_id` text,
	`role` text NOT NULL,
	`reason` text NOT NULL,
	`asked_at` text NOT NULL,
	`asked_by` text NOT NULL,
	`effective_at` text NOT NULL,
	`applied_at` text,
	`cancelled_at` text,
	`cancelled_by` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `register_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`suffix` text NOT NULL,
	`word` text NOT NULL
);
CREATE TABLE `review_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`user_id` text NOT NULL,
	`place` text NOT NULL,
	`texts` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `kept_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`criterion` text NOT NULL,
	`version` integer NOT NULL,
	`how` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
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
CREATE TABLE `seat_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`member_id` text NOT NULL,
	`seat` text NOT NULL,
	`asked_by` text,
	`asked_at` text,
	`asked_reason` text NOT NULL,
	`replacement_id` text,
	`statistics` integer NOT NULL,
	`replaced_by` text,
	`replaced_at` text,
	`reason` text NOT NULL,
	`accepted_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replacement_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `assessment_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`fact` text NOT NULL,
	`value` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `shared_copies` (
	`assessment_id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`copied_at` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
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
CREATE TABLE "assessments" (
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
CREATE TABLE `form_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`place` text NOT NULL,
	`texts` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
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
CREATE TABLE `scenarios` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`name` text NOT NULL,
	`to_level` text NOT NULL,
	`pins` text NOT NULL,
	`within` integer,
	`least` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
INSERT INTO "__drizzle_migrations" VALUES (NULL, 'c8e84d7edc3efea6907539a6df4048099bdae18446a11fff900c84b5f54f68aa', 1795502419511);
INSERT INTO "__drizzle_migrations" VALUES (NULL, 'da882013a08f33b44dedd3f072487c730e3414b44d727cc82b4b7449b62ca3c7', 1795502420056);
INSERT INTO "__drizzle_migrations" VALUES (NULL, '130bb80696b82c4ea67075653bca9a8375d51d9f2fe20d0e7492b15205acefa4', 1795505938759);
INSERT INTO "__drizzle_migrations" VALUES (NULL, 'f097cfb58da448648fa143b2acbf1d0e29c0373728fbbad96f358a12d280501d', 1795505940146);
INSERT INTO "__drizzle_migrations" VALUES (NULL, '6e38721275498b193834eebc4fa4056ee4ec3ccc51e11fd838c538cb24a3bf73', 1795507067877);
INSERT INTO "__drizzle_migrations" VALUES (NULL, '84e251d97086ddf17b5b742a15adbef2e3b56ee317761f8751385e7f73728e0c', 1795515503109);
INSERT INTO "__drizzle_migrations" VALUES (NULL, '35d7cefacfc8e6e80d61f3a41abeb80828a41332aa35dd7e358ff67010407fa5', 1795515505430);
INSERT INTO "__drizzle_migrations" VALUES (NULL, '44261004c437161c10ed9759c14325e4c399b77303a247672105a4ad7dafda9c', 1795516086914);
INSERT INTO "__drizzle_migrations" VALUES (NULL, 'c70f0d05dd737e523999e67b66b504e8a6eb8c285c5adafc5143cc515a58e9a8', 1795545315682);
INSERT INTO "__drizzle_migrations" VALUES (NULL, '616a99083fe21f192b996eb7d5e877aa8865be1af0b8de731133caa87ec57c9a', 1795781789897);
INSERT INTO "__drizzle_migrations" VALUES (NULL, '491f268b843178a3c192da2bfd7105c42f05b9aba14477b22dfa6bd4fd06f35a', 1795796434106);
INSERT INTO "__drizzle_migrations" VALUES (NULL, 'e9d5bbdfb9dd80ff0be97077bdcac0ed983d87a5c7250bd84ffbcf0c7443dca7', 1795796435173);
INSERT INTO "__drizzle_migrations" VALUES (NULL, 'a38d043e25acb35878fd5b996f85cf5a3c29c5c6956489deb785e4e507018dea', 1795806734662);
INSERT INTO "__drizzle_migrations" VALUES (NULL, 'c69580be076ee3cca89f201d1ab8fe4268a05b1a9b4880af6bfb76f0593e1424', 1795808109094);
INSERT INTO "__drizzle_migrations" VALUES (NULL, '94c3fc7b560f87f036c95f3dee34bd5d4013d05c7514535c174b7dc6b3b4908d', 1795808910438);
INSERT INTO "__drizzle_migrations" VALUES (NULL, '52b9413618f362ab41e36246461b72c32c43835140bacdb13f762f289118e642', 1795809604704);
INSERT INTO "__drizzle_migrations" VALUES (NULL, '7fcfb26268dec2ec8693fbe1e412f9fa19298bba6dddc0852ab37e6a505a15c1', 1795810812594);
INSERT INTO "__drizzle_migrations" VALUES (NULL, '02958963f821a0b1cd59173130e386893e3b8cfd321e0e1e0a6055db742d1b26', 1795810921147);
INSERT INTO "__drizzle_migrations" VALUES (NULL, '40b1d6147599b6dd24e8414ee4dc6d5a33b4fe119366bf784c3d742dfdae626a', 1795821557494);
INSERT INTO "__drizzle_migrations" VALUES (NULL, '0a716c9c0507afe39389e4b150abdd0cb81776e1bb1476041bad60ee3ce93d03', 1795832536714);
INSERT INTO "__drizzle_migrations" VALUES (NULL, 'c205f893151732ed88b144906c0a6bbbeabc1143af0750604725e0ee584ce376', 1795840132888);
INSERT INTO "__drizzle_migrations" VALUES (NULL, '9651574c6f694b3b74574f680d1a76c2a0c6048098b285cd0b1dd036ed776171', 1795857680562);
INSERT INTO "__drizzle_migrations" VALUES (NULL, 'a6b53575dad07942537f5932b92cc398558bcde1d9840cb26ba00cfd03ed1830', 1795863497983);
INSERT INTO "__drizzle_migrations" VALUES (NULL, 'ab41085879a72a6e8abc9c3a301c3ae8230b5c1df0d37f4b54ffceb61e753df4', 1795866522978);
INSERT INTO "__drizzle_migrations" VALUES (NULL, 'da66a4e49ffe373fc52c08719047925a01e0c151bbfe5c7197c1253216de61dc', 1795868157007);
INSERT INTO "__drizzle_migrations" VALUES (NULL, 'd3a3d637c76bb19642659621fb555dc5151f3b8ad3d507da66e2b82b540634a3', 1795868689387);
INSERT INTO "account" VALUES ('account-1', 'accountId of ‘account’, No. 1: O''Dowd & Llŷr', 'providerId of ‘account’, No. 1: O''Dowd & Llŷr', 'user-1', 'accessToken of ‘account’, No. 1: O''Dowd & Llŷr', 'refreshToken of ‘account’, No. 1: O''Dowd & Llŷr', 'idToken of ‘account’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 'scope of ‘account’, No. 1: O''Dowd & Llŷr', 'password of ‘account’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z');
INSERT INTO "account" VALUES ('account-2', 'accountId of ‘account’, No. 2: O''Dowd & Llŷr', 'providerId of ‘account’, No. 2: O''Dowd & Llŷr', 'user-2', NULL, NULL, NULL, '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', NULL, NULL, '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z');
INSERT INTO "actions" VALUES ('actions-1', 'assessments-1', '["G1","M2"]', 'objective of ‘actions’, No. 1: O''Dowd & Llŷr', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', '["Ask each ward’s manager", "Agree the day"]', 'owner of ‘actions’, No. 1: O''Dowd & Llŷr', '2027-03-30', '2027-03-30', 'resources of ‘actions’, No. 1: O''Dowd & Llŷr', 'success measure of ‘actions’, No. 1: O''Dowd & Llŷr', 'high', 'on-track', 1, '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 'user-1', 'responsible of ‘actions’, No. 1: O''Dowd & Llŷr', 'baseline of ‘actions’, No. 1: O''Dowd & Llŷr', 'target of ‘actions’, No. 1: O''Dowd & Llŷr', 'key priority of ‘actions’, No. 1: O''Dowd & Llŷr', '[{"on":"2027-03-31","text":"Half trained","done":false}]', 1, '3');
INSERT INTO "actions" VALUES ('actions-2', 'assessments-2', '[]', 'objective of ‘actions’, No. 2: O''Dowd & Llŷr', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', '[]', 'owner of ‘actions’, No. 2: O''Dowd & Llŷr', '2027-03-31', '2027-03-31', 'resources of ‘actions’, No. 2: O''Dowd & Llŷr', 'success measure of ‘actions’, No. 2: O''Dowd & Llŷr', 'low', 'not-started', 2, '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', 'user-2', 'responsible of ‘actions’, No. 2: O''Dowd & Llŷr', 'baseline of ‘actions’, No. 2: O''Dowd & Llŷr', 'target of ‘actions’, No. 2: O''Dowd & Llŷr', 'key priority of ‘actions’, No. 2: O''Dowd & Llŷr', '[]', 2, NULL);
INSERT INTO "answers" VALUES ('answers-1', 'assessments-1', 'G1', 3, NULL, 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 4, '2026-11-01T09:30:00.000Z', 'user-1', NULL, NULL, 1, 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.');
INSERT INTO "answers" VALUES ('answers-2', 'assessments-2', 'G2', NULL, 'No staff of this group work here.', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', 5, '2026-11-02T09:30:00.000Z', 'user-2', 'Copied from the assessment of 2026', 'The criterion was changed in 1.0.1', 2, 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.');
INSERT INTO "audit_events" VALUES (1, 'at of ‘audit_events’, No. 1: O''Dowd & Llŷr', 'user-1', 'event of ‘audit_events’, No. 1: O''Dowd & Llŷr', 'organisation id of ‘audit_events’, No. 1: O''Dowd & Llŷr', 'subject of ‘audit_events’, No. 1: O''Dowd & Llŷr', '{"criterion":"G1"}', 'installation', 1, '', '0123abcd.sssssssssssssssssssssssssssssssssssssssssss');
INSERT INTO "audit_events" VALUES (2, 'at of ‘audit_events’, No. 2: O''Dowd & Llŷr', 'user-2', 'event of ‘audit_events’, No. 2: O''Dowd & Llŷr', NULL, NULL, '{}', NULL, NULL, NULL, NULL);
INSERT INTO "departments" VALUES ('departments-1', 'organisations-1', 'Therapies, rehabilitation and speech & language (Dwyfor–Meirionnydd)', '2026-11-01T09:30:00.000Z');
INSERT INTO "departments" VALUES ('departments-2', 'organisations-2', 'Nurses'' and midwives'' education', '2026-11-02T09:30:00.000Z');
INSERT INTO "evidence" VALUES ('evidence-1', 'assessments-1', 'G1', 'title of ‘evidence’, No. 1: O''Dowd & Llŷr', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 'https://pen-llyn.example/mentoring?year=2026&part=2#aims', NULL, 1, '2026-11-01T09:30:00.000Z', 'user-1', '2026-11-01T09:30:00.000Z', 'user-1', 'kind of ‘evidence’, No. 1: O''Dowd & Llŷr');
INSERT INTO "evidence" VALUES ('evidence-2', 'assessments-2', 'G2', 'title of ‘evidence’, No. 2: O''Dowd & Llŷr', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', NULL, 'files-2', 2, '2026-11-02T09:30:00.000Z', 'user-2', '2026-11-02T09:30:00.000Z', 'user-2', NULL);
INSERT INTO "files" VALUES ('files-1', 'organisations-1', 'name of ‘files’, No. 1: O''Dowd & Llŷr', 'application/pdf', 1, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '2026-11-01T09:30:00.000Z', 'user-1', '2026-11-01T09:30:00.000Z', 'user-1', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 'scan of ‘files’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z');
INSERT INTO "files" VALUES ('files-2', 'organisations-2', 'name of ‘files’, No. 2: O''Dowd & Llŷr', 'text/plain', 2, 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', '2026-11-02T09:30:00.000Z', 'user-2', '2026-11-02T09:30:00.000Z', 'user-2', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', 'scan of ‘files’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z');
INSERT INTO "indicator_counts" VALUES ('indicator_counts-1', 'assessments-1', 'indicator of ‘indicator_counts’, No. 1: O''Dowd & Llŷr', 1, 1, 1, 1, 'source of ‘indicator_counts’, No. 1: O''Dowd & Llŷr', 1, '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "indicator_counts" VALUES ('indicator_counts-2', 'assessments-2', 'indicator of ‘indicator_counts’, No. 2: O''Dowd & Llŷr', 2, 2, 2, 2, 'source of ‘indicator_counts’, No. 2: O''Dowd & Llŷr', 2, '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "memberships" VALUES ('memberships-1', 'user-1', 'organisations-1', 'departments-1', 'assessment-lead');
INSERT INTO "memberships" VALUES ('memberships-2', 'user-2', 'organisations-2', 'departments-2', 'contributor');
INSERT INTO "organisations" VALUES ('organisations-1', 'Pen Llŷn and Eryri Women''s, Children''s and Community Health NHS Foundation Trust', '2026-11-01T09:30:00.000Z', 'RZ9', 'contact email of ‘organisations’, No. 1: O''Dowd & Llŷr', 1);
INSERT INTO "organisations" VALUES ('organisations-2', 'Great Wexcombe Ambulance and Integrated Care NHS Trust', '2026-11-02T09:30:00.000Z', NULL, NULL, 2);
INSERT INTO "password_links" VALUES ('password_links-1', 'user-1', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 'token hash of ‘password_links’, No. 1: O''Dowd & Llŷr', 'purpose of ‘password_links’, No. 1: O''Dowd & Llŷr', 'user-1');
INSERT INTO "password_links" VALUES ('password_links-2', 'user-2', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', NULL, 'purpose of ‘password_links’, No. 2: O''Dowd & Llŷr', 'user-2');
INSERT INTO "session" VALUES ('session-1', '2026-11-01T09:30:00.000Z', 'token of ‘session’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 'ipAddress of ‘session’, No. 1: O''Dowd & Llŷr', 'userAgent of ‘session’, No. 1: O''Dowd & Llŷr', 'user-1', 'method of ‘session’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z');
INSERT INTO "session" VALUES ('session-2', '2026-11-02T09:30:00.000Z', 'token of ‘session’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', NULL, NULL, 'user-2', 'method of ‘session’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z');
INSERT INTO "user" VALUES ('user-1', 'Siân Llŷr-Wynne', 'sian.llyr-wynne@pen-llyn.example', 1, NULL, '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z');
INSERT INTO "user" VALUES ('user-2', 'Dr Oluwaseun O’Dowd-Adeyemi', 'o.odowd-adeyemi@wexcombe.example', 0, NULL, '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z');
INSERT INTO "verification" VALUES ('verification-1', 'identifier of ‘verification’, No. 1: O''Dowd & Llŷr', 'value of ‘verification’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z');
INSERT INTO "verification" VALUES ('verification-2', 'identifier of ‘verification’, No. 2: O''Dowd & Llŷr', 'value of ‘verification’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z');
INSERT INTO "action_progress" VALUES ('action_progress-1', 'actions-1', 'status of ‘action_progress’, No. 1: O''Dowd & Llŷr', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "action_progress" VALUES ('action_progress-2', 'actions-2', 'status of ‘action_progress’, No. 2: O''Dowd & Llŷr', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "answer_versions" VALUES ('answer_versions-1', 'assessments-1', 'G1', 1, 2, 'not applicable of ‘answer_versions’, No. 1: O''Dowd & Llŷr', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 'origin of ‘answer_versions’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', 'user-1', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.');
INSERT INTO "answer_versions" VALUES ('answer_versions-2', 'assessments-2', 'G2', 2, NULL, NULL, 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', NULL, '2026-11-02T09:30:00.000Z', 'user-2', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.');
INSERT INTO "assignments" VALUES ('assignments-1', 'assessments-1', 'G1', 'user-1', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "assignments" VALUES ('assignments-2', 'assessments-2', 'G2', 'user-2', '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "calendar_links" VALUES ('calendar_links-1', 'user-1', '2026-11-01T09:30:00.000Z');
INSERT INTO "calendar_links" VALUES ('calendar_links-2', 'user-2', '2026-11-02T09:30:00.000Z');
INSERT INTO "comments" VALUES ('comments-1', 'assessments-1', 'G1', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', '["user-1"]', '2026-11-01T09:30:00.000Z', 'user-1', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "comments" VALUES ('comments-2', 'assessments-2', 'G2', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', '[]', '2026-11-02T09:30:00.000Z', 'user-2', '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "extensions" VALUES ('extensions-1', 'rounds-1', 'assessments-1', '2026-11-01T09:30:00.000Z', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "extensions" VALUES ('extensions-2', 'rounds-2', 'assessments-2', '2026-11-02T09:30:00.000Z', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "invitations" VALUES ('invitations-1', 'e.bartholomew-price@pen-llyn.example', 'organisations-1', 'departments-1', 'contributor', '2026-11-01T09:30:00.000Z', 'user-1', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 'token hash of ‘invitations’, No. 1: O''Dowd & Llŷr');
INSERT INTO "invitations" VALUES ('invitations-2', 'a.o.reilly@wexcombe.example', 'organisations-2', 'departments-2', 'executive-sponsor', '2026-11-02T09:30:00.000Z', 'user-2', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', NULL);
INSERT INTO "outbox" VALUES ('outbox-1', 'key of ‘outbox’, No. 1: O''Dowd & Llŷr', 'sian.llyr-wynne@pen-llyn.example', 'subject of ‘outbox’, No. 1: O''Dowd & Llŷr', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 'html of ‘outbox’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', 1, '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 'last error of ‘outbox’, No. 1: O''Dowd & Llŷr', 'unsubscribe of ‘outbox’, No. 1: O''Dowd & Llŷr', 'token of of ‘outbox’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z');
INSERT INTO "outbox" VALUES ('outbox-2', 'key of ‘outbox’, No. 2: O''Dowd & Llŷr', 'o.odowd-adeyemi@wexcombe.example', 'subject of ‘outbox’, No. 2: O''Dowd & Llŷr', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', 'html of ‘outbox’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', 2, '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', NULL, NULL, NULL, '2026-11-02T09:30:00.000Z');
INSERT INTO "presences" VALUES ('presences-1', 'assessments-1', 'G1', 'user-1', '2026-11-01T09:30:00.000Z');
INSERT INTO "presences" VALUES ('presences-2', 'assessments-2', 'G2', 'user-2', '2026-11-02T09:30:00.000Z');
INSERT INTO "rounds" VALUES ('rounds-1', 'Spring 2027', 'bme-mentoring@1.0.1', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 'user-1', 1);
INSERT INTO "rounds" VALUES ('rounds-2', 'Autumn 2027, panels'' second sitting', 'bme-mentoring@1.0.1', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', 'user-2', 2);
INSERT INTO "signatures" VALUES ('signatures-1', 'assessments-1', 'user-1', 'name of ‘signatures’, No. 1: O''Dowd & Llŷr', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 'content sha256 of ‘signatures’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 'user-1', 'role of ‘signatures’, No. 1: O''Dowd & Llŷr');
INSERT INTO "signatures" VALUES ('signatures-2', 'assessments-2', 'user-2', 'name of ‘signatures’, No. 2: O''Dowd & Llŷr', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', 'content sha256 of ‘signatures’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', 'user-2', 'role of ‘signatures’, No. 2: O''Dowd & Llŷr');
INSERT INTO "submissions" VALUES ('submissions-1', 'assessments-1', 'rounds-1', 1, 'signatures-1', '{"format":1}', 'sha256 of ‘submissions’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', 'user-1', '2026-11-01T09:30:00.000Z', 'user-1', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.');
INSERT INTO "submissions" VALUES ('submissions-2', 'assessments-2', 'rounds-2', 2, 'signatures-2', '{"format":1}', 'sha256 of ‘submissions’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', 'user-2', '2026-11-02T09:30:00.000Z', 'user-2', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.');
INSERT INTO "appeals" VALUES ('appeals-1', 'decisions-1', 'assessments-1', 'organisations-1', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', '2026-11-01T09:30:00.000Z', 'user-1', 'reviews-1', 'outcome of ‘appeals’, No. 1: O''Dowd & Llŷr', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "appeals" VALUES ('appeals-2', 'decisions-2', 'assessments-2', 'organisations-2', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', '2026-11-02T09:30:00.000Z', 'user-2', 'reviews-2', NULL, 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "consensus_ratings" VALUES ('consensus_ratings-1', 'reviews-1', 'G1', 1, 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 'commendation of ‘consensus_ratings’, No. 1: O''Dowd & Llŷr', 'recommendation of ‘consensus_ratings’, No. 1: O''Dowd & Llŷr', 'requirement of ‘consensus_ratings’, No. 1: O''Dowd & Llŷr', 1, '2026-11-01T09:30:00.000Z', 'user-1', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.');
INSERT INTO "consensus_ratings" VALUES ('consensus_ratings-2', 'reviews-2', 'G2', 2, 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', 'commendation of ‘consensus_ratings’, No. 2: O''Dowd & Llŷr', 'recommendation of ‘consensus_ratings’, No. 2: O''Dowd & Llŷr', 'requirement of ‘consensus_ratings’, No. 2: O''Dowd & Llŷr', 2, '2026-11-02T09:30:00.000Z', 'user-2', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.');
INSERT INTO "decisions" VALUES ('decisions-1', 'reviews-1', 'submissions-1', 'assessments-1', 'organisations-1', 'outcome of ‘decisions’, No. 1: O''Dowd & Llŷr', 'level of ‘decisions’, No. 1: O''Dowd & Llŷr', '2027-03-30', '{"format":1}', 'sha256 of ‘decisions’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', 'user-1', NULL);
INSERT INTO "decisions" VALUES ('decisions-2', 'reviews-2', 'submissions-2', 'assessments-2', 'organisations-2', 'outcome of ‘decisions’, No. 2: O''Dowd & Llŷr', NULL, '2027-03-31', '{"format":1}', 'sha256 of ‘decisions’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', 'user-2', 'decisions-1');
INSERT INTO "interests" VALUES ('interests-1', 'reviews-1', 'user-1', 1, 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', '2026-11-01T09:30:00.000Z');
INSERT INTO "interests" VALUES ('interests-2', 'reviews-2', 'user-2', 2, 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', '2026-11-02T09:30:00.000Z');
INSERT INTO "panel_members" VALUES ('panel_members-1', 'panels-1', 'user-1', 'seat of ‘panel_members’, No. 1: O''Dowd & Llŷr', 1, '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "panel_members" VALUES ('panel_members-2', 'panels-2', 'user-2', 'seat of ‘panel_members’, No. 2: O''Dowd & Llŷr', 2, '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "panels" VALUES ('panels-1', 'name of ‘panels’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', 'user-1', 1);
INSERT INTO "panels" VALUES ('panels-2', 'name of ‘panels’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', 'user-2', 2);
INSERT INTO "past_employments" VALUES ('past_employments-1', 'user-1', 'organisations-1', '2026-11-01T09:30:00.000Z');
INSERT INTO "past_employments" VALUES ('past_employments-2', 'user-2', 'organisations-2', '2026-11-02T09:30:00.000Z');
INSERT INTO "ratings" VALUES ('ratings-1', 'reviews-1', 'user-1', 'G1', 1, 1, 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 1, '2026-11-01T09:30:00.000Z', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.');
INSERT INTO "ratings" VALUES ('ratings-2', 'reviews-2', 'user-2', 'G2', 2, 2, 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', 2, '2026-11-02T09:30:00.000Z', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.');
INSERT INTO "review_notes" VALUES ('review_notes-1', 'reviews-1', 'G1', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "review_notes" VALUES ('review_notes-2', 'reviews-2', 'G2', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "reviews" VALUES ('reviews-1', 'panels-1', 'submissions-1', 'assessments-1', 'organisations-1', 'purpose of ‘reviews’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', 'user-1', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 1);
INSERT INTO "reviews" VALUES ('reviews-2', 'panels-2', 'submissions-2', 'assessments-2', 'organisations-2', 'purpose of ‘reviews’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', 'user-2', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', 2);
INSERT INTO "seals" VALUES ('seals-1', 'reviews-1', 'user-1', 'sha256 of ‘seals’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z');
INSERT INTO "seals" VALUES ('seals-2', 'reviews-2', 'user-2', 'sha256 of ‘seals’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z');
INSERT INTO "award_words" VALUES ('award_words-1', 'word of ‘award_words’, No. 1: O''Dowd & Llŷr', 'awards-1', '2026-11-01T09:30:00.000Z');
INSERT INTO "award_words" VALUES ('award_words-2', 'word of ‘award_words’, No. 2: O''Dowd & Llŷr', 'awards-2', '2026-11-02T09:30:00.000Z');
INSERT INTO "awards" VALUES ('awards-1', 'number of ‘awards’, No. 1: O''Dowd & Llŷr', 'organisations-1', 'departments-1', 'organisation of ‘awards’, No. 1: O''Dowd & Llŷr', 'department of ‘awards’, No. 1: O''Dowd & Llŷr', 'bme-mentoring@1.0.1', 'silver', 'decisions-1', 'submissions-1', 'assessments-1', '2027-03-30', '2027-03-30', '2027-03-30', '2026-11-01T09:30:00.000Z', 'user-1', '2026-11-01T09:30:00.000Z', 'user-1', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 1, 'renews of ‘awards’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', 1);
INSERT INTO "awards" VALUES ('awards-2', 'number of ‘awards’, No. 2: O''Dowd & Llŷr', 'organisations-2', 'departments-2', 'organisation of ‘awards’, No. 2: O''Dowd & Llŷr', 'department of ‘awards’, No. 2: O''Dowd & Llŷr', 'bme-mentoring@1.0.1', 'bronze', 'decisions-2', 'submissions-2', 'assessments-2', '2027-03-31', '2027-03-31', '2027-03-31', '2026-11-02T09:30:00.000Z', 'user-2', '2026-11-02T09:30:00.000Z', 'user-2', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', 2, NULL, '2026-11-02T09:30:00.000Z', 2);
INSERT INTO "credential_keys" VALUES ('credential_keys-1', 'public jwk of ‘credential_keys’, No. 1: O''Dowd & Llŷr', 'sealed private jwk of ‘credential_keys’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z');
INSERT INTO "credential_keys" VALUES ('credential_keys-2', 'public jwk of ‘credential_keys’, No. 2: O''Dowd & Llŷr', 'sealed private jwk of ‘credential_keys’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z');
INSERT INTO "decision_documents" VALUES ('decision_documents-1', 'decisions-1', 'kind of ‘decision_documents’, No. 1: O''Dowd & Llŷr', 'files-1', '2026-11-01T09:30:00.000Z');
INSERT INTO "decision_documents" VALUES ('decision_documents-2', 'decisions-2', 'kind of ‘decision_documents’, No. 2: O''Dowd & Llŷr', 'files-2', '2026-11-02T09:30:00.000Z');
INSERT INTO "objections" VALUES ('objections-1', 'awards-1', 'name of ‘objections’, No. 1: O''Dowd & Llŷr', 'email of ‘objections’, No. 1: O''Dowd & Llŷr', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', '2026-11-01T09:30:00.000Z', 'outcome of ‘objections’, No. 1: O''Dowd & Llŷr', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "objections" VALUES ('objections-2', 'awards-2', 'name of ‘objections’, No. 2: O''Dowd & Llŷr', 'email of ‘objections’, No. 2: O''Dowd & Llŷr', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', '2026-11-02T09:30:00.000Z', NULL, 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "organisation_events" VALUES ('organisation_events-1', 'organisations-1', 'kind of ‘organisation_events’, No. 1: O''Dowd & Llŷr', 'name before of ‘organisation_events’, No. 1: O''Dowd & Llŷr', 'organisations-1', '2027-03-30', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "organisation_events" VALUES ('organisation_events-2', 'organisations-2', 'kind of ‘organisation_events’, No. 2: O''Dowd & Llŷr', 'name before of ‘organisation_events’, No. 2: O''Dowd & Llŷr', 'organisations-2', '2027-03-31', '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "plan_reports" VALUES ('plan_reports-1', 'awards-1', 1, '[]', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 'state of ‘plan_reports’, No. 1: O''Dowd & Llŷr', 1, '2026-11-01T09:30:00.000Z', 'user-1', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "plan_reports" VALUES ('plan_reports-2', 'awards-2', 2, '[]', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', 'state of ‘plan_reports’, No. 2: O''Dowd & Llŷr', 2, '2026-11-02T09:30:00.000Z', 'user-2', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "retired_charters" VALUES ('retired_charters-1', '2026-11-01T09:30:00.000Z', 'user-1', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.');
INSERT INTO "retired_charters" VALUES ('retired_charters-2', '2026-11-02T09:30:00.000Z', 'user-2', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.');
INSERT INTO "reminder_stops" VALUES ('user-1', '2026-11-01T09:30:00.000Z');
INSERT INTO "reminder_stops" VALUES ('user-2', '2026-11-02T09:30:00.000Z');
INSERT INTO "audit_checkpoints" VALUES ('audit_checkpoints-1', 'chain of ‘audit_checkpoints’, No. 1: O''Dowd & Llŷr', 1, 'event seal of ‘audit_checkpoints’, No. 1: O''Dowd & Llŷr', 'before of ‘audit_checkpoints’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', 'seal of ‘audit_checkpoints’, No. 1: O''Dowd & Llŷr');
INSERT INTO "audit_checkpoints" VALUES ('audit_checkpoints-2', 'chain of ‘audit_checkpoints’, No. 2: O''Dowd & Llŷr', 2, 'event seal of ‘audit_checkpoints’, No. 2: O''Dowd & Llŷr', 'before of ‘audit_checkpoints’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', 'seal of ‘audit_checkpoints’, No. 2: O''Dowd & Llŷr');
INSERT INTO "account_security" VALUES ('user-1', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "account_security" VALUES ('user-2', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "address_changes" VALUES ('address_changes-1', 'user-1', 'email of ‘address_changes’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z');
INSERT INTO "address_changes" VALUES ('address_changes-2', 'user-2', 'email of ‘address_changes’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z');
INSERT INTO "authenticators" VALUES ('user-1', 'sealed secret of ‘authenticators’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 1);
INSERT INTO "authenticators" VALUES ('user-2', 'sealed secret of ‘authenticators’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', 2);
INSERT INTO "factor_resets" VALUES ('factor_resets-1', 'user-1', '2026-11-01T09:30:00.000Z', 'user-1', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "factor_resets" VALUES ('factor_resets-2', 'user-2', '2026-11-02T09:30:00.000Z', 'user-2', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "failed_tries" VALUES ('failed_tries-1', 'key of ‘failed_tries’, No. 1: O''Dowd & Llŷr', 'hour of ‘failed_tries’, No. 1: O''Dowd & Llŷr', 1, '2026-11-01T09:30:00.000Z');
INSERT INTO "failed_tries" VALUES ('failed_tries-2', 'key of ‘failed_tries’, No. 2: O''Dowd & Llŷr', 'hour of ‘failed_tries’, No. 2: O''Dowd & Llŷr', 2, '2026-11-02T09:30:00.000Z');
INSERT INTO "identity_providers" VALUES ('identity_providers-1', 'organisations-1', 'name of ‘identity_providers’, No. 1: O''Dowd & Llŷr', 'issuer of ‘identity_providers’, No. 1: O''Dowd & Llŷr', 'client id of ‘identity_providers’, No. 1: O''Dowd & Llŷr', 'sealed client secret of ‘identity_providers’, No. 1: O''Dowd & Llŷr', 'proves two factors of ‘identity_providers’, No. 1: O''Dowd & Llŷr', 1, '2026-11-01T09:30:00.000Z', 'user-1', 1);
INSERT INTO "identity_providers" VALUES ('identity_providers-2', 'organisations-2', 'name of ‘identity_providers’, No. 2: O''Dowd & Llŷr', 'issuer of ‘identity_providers’, No. 2: O''Dowd & Llŷr', 'client id of ‘identity_providers’, No. 2: O''Dowd & Llŷr', 'sealed client secret of ‘identity_providers’, No. 2: O''Dowd & Llŷr', 'proves two factors of ‘identity_providers’, No. 2: O''Dowd & Llŷr', 2, '2026-11-02T09:30:00.000Z', 'user-2', 2);
INSERT INTO "passkeys" VALUES ('passkeys-1', 'user-1', 'name of ‘passkeys’, No. 1: O''Dowd & Llŷr', 'public key of ‘passkeys’, No. 1: O''Dowd & Llŷr', 1, 'transports of ‘passkeys’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z');
INSERT INTO "passkeys" VALUES ('passkeys-2', 'user-2', 'name of ‘passkeys’, No. 2: O''Dowd & Llŷr', 'public key of ‘passkeys’, No. 2: O''Dowd & Llŷr', 2, 'transports of ‘passkeys’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z');
INSERT INTO "recovery_codes" VALUES ('recovery_codes-1', 'user-1', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z');
INSERT INTO "recovery_codes" VALUES ('recovery_codes-2', 'user-2', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z');
INSERT INTO "role_changes" VALUES ('role_changes-1', 'email of ‘role_changes’, No. 1: O''Dowd & Llŷr', 'organisations-1', 'departments-1', 'role of ‘role_changes’, No. 1: O''Dowd & Llŷr', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', '2026-11-01T09:30:00.000Z', 'user-1', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "role_changes" VALUES ('role_changes-2', 'email of ‘role_changes’, No. 2: O''Dowd & Llŷr', 'organisations-2', 'departments-2', 'role of ‘role_changes’, No. 2: O''Dowd & Llŷr', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', '2026-11-02T09:30:00.000Z', 'user-2', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "register_parts" VALUES ('register_parts-1', 'suffix of ‘register_parts’, No. 1: O''Dowd & Llŷr', 'word of ‘register_parts’, No. 1: O''Dowd & Llŷr');
INSERT INTO "register_parts" VALUES ('register_parts-2', 'suffix of ‘register_parts’, No. 2: O''Dowd & Llŷr', 'word of ‘register_parts’, No. 2: O''Dowd & Llŷr');
INSERT INTO "review_drafts" VALUES ('review_drafts-1', 'reviews-1', 'user-1', 'place of ‘review_drafts’, No. 1: O''Dowd & Llŷr', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 1, '2026-11-01T09:30:00.000Z');
INSERT INTO "review_drafts" VALUES ('review_drafts-2', 'reviews-2', 'user-2', 'place of ‘review_drafts’, No. 2: O''Dowd & Llŷr', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', 2, '2026-11-02T09:30:00.000Z');
INSERT INTO "kept_versions" VALUES ('kept_versions-1', 'assessments-1', 'G1', 1, 'how of ‘kept_versions’, No. 1: O''Dowd & Llŷr');
INSERT INTO "kept_versions" VALUES ('kept_versions-2', 'assessments-2', 'G2', 2, 'how of ‘kept_versions’, No. 2: O''Dowd & Llŷr');
INSERT INTO "requirement_notes" VALUES ('requirement_notes-1', 'assessments-1', 'decision id of ‘requirement_notes’, No. 1: O''Dowd & Llŷr', 'G1', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 1, '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "requirement_notes" VALUES ('requirement_notes-2', 'assessments-2', 'decision id of ‘requirement_notes’, No. 2: O''Dowd & Llŷr', 'G2', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', 2, '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "sign_requests" VALUES ('sign_requests-1', 'assessments-1', 'message of ‘sign_requests’, No. 1: O''Dowd & Llŷr', 'snapshot of ‘sign_requests’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', 'user-1', 'outcome of ‘sign_requests’, No. 1: O''Dowd & Llŷr', 'comments of ‘sign_requests’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "sign_requests" VALUES ('sign_requests-2', 'assessments-2', 'message of ‘sign_requests’, No. 2: O''Dowd & Llŷr', 'snapshot of ‘sign_requests’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', 'user-2', NULL, NULL, '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "seat_changes" VALUES ('seat_changes-1', 'reviews-1', 'user-1', 'seat of ‘seat_changes’, No. 1: O''Dowd & Llŷr', 'user-1', '2026-11-01T09:30:00.000Z', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 'user-1', 1, 'user-1', '2026-11-01T09:30:00.000Z', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', '2026-11-01T09:30:00.000Z');
INSERT INTO "seat_changes" VALUES ('seat_changes-2', 'reviews-2', 'user-2', 'seat of ‘seat_changes’, No. 2: O''Dowd & Llŷr', 'user-2', '2026-11-02T09:30:00.000Z', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', 'user-2', 2, 'user-2', '2026-11-02T09:30:00.000Z', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', '2026-11-02T09:30:00.000Z');
INSERT INTO "assessment_facts" VALUES ('assessment_facts-1', 'assessments-1', 'fact of ‘assessment_facts’, No. 1: O''Dowd & Llŷr', 'value of ‘assessment_facts’, No. 1: O''Dowd & Llŷr', 1, '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "assessment_facts" VALUES ('assessment_facts-2', 'assessments-2', 'fact of ‘assessment_facts’, No. 2: O''Dowd & Llŷr', 'value of ‘assessment_facts’, No. 2: O''Dowd & Llŷr', 2, '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "shared_copies" VALUES ('assessments-1', 'content of ‘shared_copies’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z');
INSERT INTO "shared_copies" VALUES ('assessments-2', 'content of ‘shared_copies’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z');
INSERT INTO "agreed_facts" VALUES ('agreed_facts-1', 'reviews-1', 'fact of ‘agreed_facts’, No. 1: O''Dowd & Llŷr', 'value of ‘agreed_facts’, No. 1: O''Dowd & Llŷr', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 1, '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "agreed_facts" VALUES ('agreed_facts-2', 'reviews-2', 'fact of ‘agreed_facts’, No. 2: O''Dowd & Llŷr', 'value of ‘agreed_facts’, No. 2: O''Dowd & Llŷr', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', 2, '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "assessments" VALUES ('assessments-1', 'organisations-1', 'departments-1', 'bme-mentoring@1.0.1', 'silver', 'draft', 'rounds-1', NULL, 'name of ‘assessments’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', 'user-1', '2026-11-01T09:30:00.000Z', 'user-1', '2026-11-01T09:30:00.000Z', 1);
INSERT INTO "assessments" VALUES ('assessments-2', 'organisations-2', 'departments-2', 'bme-mentoring@1.0.1', 'bronze', 'draft', 'rounds-2', NULL, 'name of ‘assessments’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', 'user-2', '2026-11-02T09:30:00.000Z', 'user-2', '2026-11-02T09:30:00.000Z', 2);
INSERT INTO "form_drafts" VALUES ('form_drafts-1', 'user-1', 'assessments-1', 'place of ‘form_drafts’, No. 1: O''Dowd & Llŷr', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 1, '2026-11-01T09:30:00.000Z');
INSERT INTO "form_drafts" VALUES ('form_drafts-2', 'user-2', 'assessments-2', 'place of ‘form_drafts’, No. 2: O''Dowd & Llŷr', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', 2, '2026-11-02T09:30:00.000Z');
INSERT INTO "criterion_plans" VALUES ('criterion_plans-1', 'assessments-1', 'G1', '2027-03-30', 'review of ‘criterion_plans’, No. 1: O''Dowd & Llŷr', 1, '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "criterion_plans" VALUES ('criterion_plans-2', 'assessments-2', 'G2', '2027-03-31', NULL, 2, '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "scenarios" VALUES ('scenarios-1', 'assessments-1', 'name of ‘scenarios’, No. 1: O''Dowd & Llŷr', 'to level of ‘scenarios’, No. 1: O''Dowd & Llŷr', 'pins of ‘scenarios’, No. 1: O''Dowd & Llŷr', 1, 'least of ‘scenarios’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "scenarios" VALUES ('scenarios-2', 'assessments-2', 'name of ‘scenarios’, No. 2: O''Dowd & Llŷr', 'to level of ‘scenarios’, No. 2: O''Dowd & Llŷr', 'pins of ‘scenarios’, No. 2: O''Dowd & Llŷr', 2, 'least of ‘scenarios’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', 'user-2');
CREATE INDEX `account_user` ON `account` (`userId`);
CREATE INDEX `actions_assessment` ON `actions` (`assessment_id`);
CREATE UNIQUE INDEX `answers_criterion` ON `answers` (`assessment_id`,`criterion`);
CREATE INDEX `audit_events_organisation` ON `audit_events` (`organisation_id`);
CREATE INDEX `departments_organisation` ON `departments` (`organisation_id`);
CREATE INDEX `evidence_assessment` ON `evidence` (`assessment_id`);
CREATE UNIQUE INDEX `indicator_counts_indicator` ON `indicator_counts` (`assessment_id`,`indicator`);
CREATE INDEX `memberships_user` ON `memberships` (`user_id`);
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);
CREATE INDEX `session_user` ON `session` (`userId`);
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);
CREATE INDEX `action_progress_action` ON `action_progress` (`action_id`);
CREATE UNIQUE INDEX `answer_versions_version` ON `answer_versions` (`assessment_id`,`criterion`,`version`);
CREATE UNIQUE INDEX `assignments_once` ON `assignments` (`assessment_id`,`criterion`,`user_id`);
CREATE INDEX `assignments_user` ON `assignments` (`user_id`);
CREATE INDEX `calendar_links_user` ON `calendar_links` (`user_id`);
CREATE INDEX `comments_assessment` ON `comments` (`assessment_id`,`criterion`);
CREATE INDEX `extensions_assessment` ON `extensions` (`assessment_id`);
CREATE INDEX `invitations_organisation` ON `invitations` (`organisation_id`);
CREATE UNIQUE INDEX `outbox_key` ON `outbox` (`key`);
CREATE INDEX `outbox_next` ON `outbox` (`sent_at`,`next_at`);
CREATE INDEX `presences_criterion` ON `presences` (`assessment_id`,`criterion`);
CREATE INDEX `signatures_assessment` ON `signatures` (`assessment_id`);
CREATE UNIQUE INDEX `submissions_number` ON `submissions` (`number`);
CREATE INDEX `submissions_assessment` ON `submissions` (`assessment_id`);
CREATE TRIGGER answer_versions_no_update BEFORE UPDATE ON answer_versions BEGIN SELECT RAISE(ABORT, 'earlier versions of answers are never changed'); END;
CREATE TRIGGER answer_versions_no_delete BEFORE DELETE ON answer_versions BEGIN SELECT RAISE(ABORT, 'earlier versions of answers are never deleted'); END;
CREATE TRIGGER action_progress_no_update BEFORE UPDATE ON action_progress BEGIN SELECT RAISE(ABORT, 'notes on progress are never changed'); END;
CREATE TRIGGER submissions_no_update BEFORE UPDATE OF id, assessment_id, round_id, number, signature_id, snapshot, sha256, submitted_at, submitted_by ON submissions BEGIN SELECT RAISE(ABORT, 'a submission is never changed'); END;
CREATE TRIGGER submissions_no_delete BEFORE DELETE ON submissions BEGIN SELECT RAISE(ABORT, 'a submission is never deleted'); END;
CREATE UNIQUE INDEX `appeals_decision` ON `appeals` (`decision_id`);
CREATE INDEX `appeals_assessment` ON `appeals` (`assessment_id`);
CREATE UNIQUE INDEX `consensus_ratings_once` ON `consensus_ratings` (`review_id`,`criterion`);
CREATE INDEX `decisions_assessment` ON `decisions` (`assessment_id`);
CREATE INDEX `decisions_review` ON `decisions` (`review_id`);
CREATE UNIQUE INDEX `decisions_supersedes` ON `decisions` (`supersedes`);
CREATE UNIQUE INDEX `interests_once` ON `interests` (`review_id`,`user_id`);
CREATE UNIQUE INDEX `panel_members_once` ON `panel_members` (`panel_id`,`user_id`);
CREATE INDEX `panel_members_user` ON `panel_members` (`user_id`);
CREATE UNIQUE INDEX `past_employments_once` ON `past_employments` (`user_id`,`organisation_id`);
CREATE UNIQUE INDEX `ratings_once` ON `ratings` (`review_id`,`user_id`,`criterion`);
CREATE INDEX `review_notes_review` ON `review_notes` (`review_id`,`criterion`);
CREATE UNIQUE INDEX `reviews_once` ON `reviews` (`submission_id`,`panel_id`);
CREATE INDEX `reviews_assessment` ON `reviews` (`assessment_id`);
CREATE UNIQUE INDEX `seals_once` ON `seals` (`review_id`,`user_id`);
CREATE INDEX `award_words_word` ON `award_words` (`word`,`published_at`,`award_id`);
CREATE INDEX `award_words_award` ON `award_words` (`award_id`);
CREATE UNIQUE INDEX `awards_number` ON `awards` (`number`);
CREATE UNIQUE INDEX `awards_decision` ON `awards` (`decision_id`);
CREATE UNIQUE INDEX `awards_status_index` ON `awards` (`status_index`);
CREATE INDEX `awards_register` ON `awards` (`published_at`,`id`);
CREATE INDEX `awards_organisation` ON `awards` (`organisation_id`);
CREATE INDEX `awards_assessment` ON `awards` (`assessment_id`);
CREATE UNIQUE INDEX `decision_documents_kind` ON `decision_documents` (`decision_id`,`kind`);
CREATE INDEX `objections_award` ON `objections` (`award_id`);
CREATE INDEX `organisation_events_organisation` ON `organisation_events` (`organisation_id`);
CREATE INDEX `organisation_events_into` ON `organisation_events` (`into_organisation`);
CREATE UNIQUE INDEX `plan_reports_year` ON `plan_reports` (`award_id`,`year`);
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;
CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'a seal is never changed'); END;
CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'a seal is never taken back'); END;
CREATE TRIGGER ratings_sealed BEFORE UPDATE ON ratings WHEN EXISTS (SELECT 1 FROM seals WHERE seals.review_id = OLD.review_id AND seals.user_id = OLD.user_id) BEGIN SELECT RAISE(ABORT, 'a sealed rating is never changed'); END;
CREATE TRIGGER ratings_sealed_insert BEFORE INSERT ON ratings WHEN EXISTS (SELECT 1 FROM seals WHERE seals.review_id = NEW.review_id AND seals.user_id = NEW.user_id) BEGIN SELECT RAISE(ABORT, 'sealed ratings take no more'); END;
CREATE TRIGGER decision_documents_no_update BEFORE UPDATE ON decision_documents BEGIN SELECT RAISE(ABORT, 'a document that was given out is never changed'); END;
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);
CREATE INDEX `address_changes_user` ON `address_changes` (`user_id`);
CREATE INDEX `factor_resets_user` ON `factor_resets` (`user_id`);
CREATE INDEX `failed_tries_key` ON `failed_tries` (`key`,`hour`);
CREATE INDEX `failed_tries_hour` ON `failed_tries` (`hour`);
CREATE UNIQUE INDEX `identity_providers_organisation` ON `identity_providers` (`organisation_id`);
CREATE INDEX `passkeys_user` ON `passkeys` (`user_id`);
CREATE INDEX `recovery_codes_user` ON `recovery_codes` (`user_id`);
CREATE INDEX `role_changes_organisation` ON `role_changes` (`organisation_id`);
CREATE UNIQUE INDEX `audit_events_place` ON `audit_events` (`chain`,`position`);
CREATE INDEX `audit_events_event` ON `audit_events` (`event`);
CREATE INDEX `audit_events_actor` ON `audit_events` (`actor`);
CREATE INDEX `audit_events_unsealed` ON `audit_events` (`seal`) WHERE seal is null;
CREATE UNIQUE INDEX `password_links_token` ON `password_links` (`token_hash`);
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events WHEN NOT (OLD.seal IS NULL AND NEW.seal IS NOT NULL AND NEW.sequence = OLD.sequence AND NEW.at IS OLD.at AND NEW.actor IS OLD.actor AND NEW.event IS OLD.event AND NEW.organisation_id IS OLD.organisation_id AND NEW.subject IS OLD.subject AND NEW.details IS OLD.details) OR EXISTS (SELECT 1 FROM audit_events WHERE chain = NEW.chain AND position = NEW.position) BEGIN SELECT RAISE(ABORT, 'audit events are never changed'); END;
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events WHEN NOT EXISTS (SELECT 1 FROM audit_checkpoints WHERE audit_checkpoints.chain = OLD.chain AND audit_checkpoints.position >= OLD.position) BEGIN SELECT RAISE(ABORT, 'audit events are never deleted'); END;
CREATE TRIGGER audit_events_no_replace BEFORE INSERT ON audit_events WHEN EXISTS (SELECT 1 FROM audit_events WHERE rowid = NEW.rowid OR (chain = NEW.chain AND position = NEW.position)) BEGIN SELECT RAISE(ABORT, 'audit events are never changed'); END;
CREATE TRIGGER audit_checkpoints_no_update BEFORE UPDATE ON audit_checkpoints BEGIN SELECT RAISE(ABORT, 'a checkpoint is never changed'); END;
CREATE TRIGGER audit_checkpoints_no_delete BEFORE DELETE ON audit_checkpoints BEGIN SELECT RAISE(ABORT, 'a checkpoint is never deleted'); END;
CREATE TRIGGER audit_checkpoints_no_replace BEFORE INSERT ON audit_checkpoints WHEN EXISTS (SELECT 1 FROM audit_checkpoints WHERE rowid = NEW.rowid OR id = NEW.id) BEGIN SELECT RAISE(ABORT, 'a checkpoint is never changed'); END;
CREATE TRIGGER submissions_no_replace BEFORE INSERT ON submissions WHEN EXISTS (SELECT 1 FROM submissions WHERE rowid = NEW.rowid OR id = NEW.id OR number = NEW.number) BEGIN SELECT RAISE(ABORT, 'a submission is never changed'); END;
CREATE TRIGGER submissions_no_move BEFORE UPDATE ON submissions WHEN NEW.rowid <> OLD.rowid BEGIN SELECT RAISE(ABORT, 'a submission is never changed'); END;
CREATE TRIGGER decisions_no_replace BEFORE INSERT ON decisions WHEN EXISTS (SELECT 1 FROM decisions WHERE rowid = NEW.rowid OR id = NEW.id OR supersedes = NEW.supersedes) BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
CREATE TRIGGER seals_no_replace BEFORE INSERT ON seals WHEN EXISTS (SELECT 1 FROM seals WHERE rowid = NEW.rowid OR id = NEW.id OR (review_id = NEW.review_id AND user_id = NEW.user_id)) BEGIN SELECT RAISE(ABORT, 'a seal is never changed'); END;
CREATE TRIGGER answer_versions_no_replace BEFORE INSERT ON answer_versions WHEN EXISTS (SELECT 1 FROM answer_versions WHERE rowid = NEW.rowid OR id = NEW.id OR (assessment_id = NEW.assessment_id AND criterion = NEW.criterion AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'earlier versions of answers are never changed'); END;
CREATE TRIGGER action_progress_no_replace BEFORE INSERT ON action_progress WHEN EXISTS (SELECT 1 FROM action_progress WHERE rowid = NEW.rowid OR id = NEW.id) BEGIN SELECT RAISE(ABORT, 'notes on progress are never changed'); END;
CREATE TRIGGER decision_documents_no_replace BEFORE INSERT ON decision_documents WHEN EXISTS (SELECT 1 FROM decision_documents WHERE rowid = NEW.rowid OR id = NEW.id OR (decision_id = NEW.decision_id AND kind = NEW.kind)) BEGIN SELECT RAISE(ABORT, 'a document that was given out is never changed'); END;
CREATE TRIGGER ratings_sealed_no_replace BEFORE INSERT ON ratings WHEN EXISTS (SELECT 1 FROM ratings INNER JOIN seals ON seals.review_id = ratings.review_id AND seals.user_id = ratings.user_id WHERE ratings.id = NEW.id OR ratings.rowid = NEW.rowid OR (ratings.review_id = NEW.review_id AND ratings.user_id = NEW.user_id AND ratings.criterion = NEW.criterion)) BEGIN SELECT RAISE(ABORT, 'a sealed rating is never changed'); END;
CREATE TRIGGER ratings_sealed_no_move BEFORE UPDATE ON ratings WHEN EXISTS (SELECT 1 FROM ratings INNER JOIN seals ON seals.review_id = ratings.review_id AND seals.user_id = ratings.user_id WHERE ratings.id = NEW.id OR ratings.rowid = NEW.rowid OR (ratings.review_id = NEW.review_id AND ratings.user_id = NEW.user_id AND ratings.criterion = NEW.criterion)) OR EXISTS (SELECT 1 FROM seals WHERE seals.review_id = NEW.review_id AND seals.user_id = NEW.user_id) BEGIN SELECT RAISE(ABORT, 'a sealed rating is never changed'); END;
CREATE TRIGGER ratings_sealed_no_delete BEFORE DELETE ON ratings WHEN EXISTS (SELECT 1 FROM seals WHERE seals.review_id = OLD.review_id AND seals.user_id = OLD.user_id) BEGIN SELECT RAISE(ABORT, 'a sealed rating is never deleted'); END;
CREATE INDEX `register_parts_suffix` ON `register_parts` (`suffix`,`word`);
CREATE UNIQUE INDEX `review_drafts_once` ON `review_drafts` (`review_id`,`user_id`,`place`);
CREATE UNIQUE INDEX `kept_versions_version` ON `kept_versions` (`assessment_id`,`criterion`,`version`);
CREATE UNIQUE INDEX `requirement_notes_once` ON `requirement_notes` (`decision_id`,`criterion`);
CREATE INDEX `sign_requests_assessment` ON `sign_requests` (`assessment_id`);
CREATE INDEX `awards_withdrawn` ON `awards` (`withdrawn_at`,`id`);
CREATE UNIQUE INDEX `seat_changes_member` ON `seat_changes` (`review_id`,`member_id`);
CREATE UNIQUE INDEX `seat_changes_replacement` ON `seat_changes` (`review_id`,`replacement_id`);
CREATE INDEX `seat_changes_person` ON `seat_changes` (`replacement_id`);
CREATE INDEX `reviews_order` ON `reviews` (`closed_at`,`opened_at`,`id`);
CREATE INDEX `reviews_panel` ON `reviews` (`panel_id`,`closed_at`,`opened_at`,`id`,`submission_id`,`organisation_id`);
CREATE INDEX `signatures_user` ON `signatures` (`user_id`);
CREATE INDEX `submissions_round` ON `submissions` (`round_id`,`number`);
CREATE INDEX `submissions_signature` ON `submissions` (`signature_id`);
CREATE INDEX `submissions_held` ON `submissions` (`withdrawn_at`,`submitted_at`,`id`);
CREATE INDEX `decisions_submission` ON `decisions` (`submission_id`);
CREATE INDEX `interests_user` ON `interests` (`user_id`,`conflict`,`review_id`);
CREATE INDEX `awards_department` ON `awards` (`department_id`);
CREATE INDEX `plan_reports_read` ON `plan_reports` (`read_at`,`sent_at`);
CREATE UNIQUE INDEX `assessment_facts_fact` ON `assessment_facts` (`assessment_id`,`fact`);
CREATE UNIQUE INDEX `agreed_facts_once` ON `agreed_facts` (`review_id`,`fact`);
CREATE INDEX `assessments_organisation` ON `assessments` (`organisation_id`);
CREATE INDEX `assessments_department` ON `assessments` (`department_id`);
CREATE INDEX `assessments_round` ON `assessments` (`round_id`);
CREATE UNIQUE INDEX `assessments_of_organisation` ON `assessments` (`organisation_id`,`charter`,`round_id`) WHERE department_id is null;
CREATE UNIQUE INDEX `form_drafts_once` ON `form_drafts` (`user_id`,`assessment_id`,`place`);
CREATE UNIQUE INDEX `criterion_plans_once` ON `criterion_plans` (`assessment_id`,`criterion`);
CREATE UNIQUE INDEX `scenarios_name` ON `scenarios` (`assessment_id`,`name`);
