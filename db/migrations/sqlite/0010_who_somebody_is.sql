CREATE TABLE `audit_checkpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`chain` text NOT NULL,
	`position` integer NOT NULL,
	`event_seal` text NOT NULL,
	`before` text NOT NULL,
	`cut_at` text NOT NULL,
	`seal` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `account_security` (
	`user_id` text PRIMARY KEY NOT NULL,
	`last_sign_in_at` text,
	`reset_at` text,
	`factor_due_at` text,
	`closed_at` text,
	`closed_by` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
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
--> statement-breakpoint
CREATE INDEX `address_changes_user` ON `address_changes` (`user_id`);--> statement-breakpoint
CREATE TABLE `authenticators` (
	`user_id` text PRIMARY KEY NOT NULL,
	`sealed_secret` text NOT NULL,
	`created_at` text NOT NULL,
	`confirmed_at` text,
	`last_step` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
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
--> statement-breakpoint
CREATE INDEX `factor_resets_user` ON `factor_resets` (`user_id`);--> statement-breakpoint
CREATE TABLE `failed_tries` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`hour` text NOT NULL,
	`tries` integer NOT NULL,
	`last_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `failed_tries_key` ON `failed_tries` (`key`,`hour`);--> statement-breakpoint
CREATE INDEX `failed_tries_hour` ON `failed_tries` (`hour`);--> statement-breakpoint
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
--> statement-breakpoint
CREATE UNIQUE INDEX `identity_providers_organisation` ON `identity_providers` (`organisation_id`);--> statement-breakpoint
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
--> statement-breakpoint
CREATE INDEX `passkeys_user` ON `passkeys` (`user_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_user` ON `recovery_codes` (`user_id`);--> statement-breakpoint
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
--> statement-breakpoint
CREATE INDEX `role_changes_organisation` ON `role_changes` (`organisation_id`);--> statement-breakpoint
ALTER TABLE `audit_events` ADD `chain` text;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `position` integer;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `previous` text;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `seal` text;--> statement-breakpoint
CREATE UNIQUE INDEX `audit_events_place` ON `audit_events` (`chain`,`position`);--> statement-breakpoint
CREATE INDEX `audit_events_event` ON `audit_events` (`event`);--> statement-breakpoint
CREATE INDEX `audit_events_actor` ON `audit_events` (`actor`);--> statement-breakpoint
CREATE INDEX `audit_events_unsealed` ON `audit_events` (`seal`) WHERE seal is null;--> statement-breakpoint
ALTER TABLE `files` ADD `scan` text DEFAULT 'not-scanned' NOT NULL;--> statement-breakpoint
ALTER TABLE `files` ADD `scanned_at` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `contact_email` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `needs_second_factor` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `password_links` ADD `token_hash` text;--> statement-breakpoint
ALTER TABLE `password_links` ADD `purpose` text DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE `password_links` ADD `created_by` text;--> statement-breakpoint
CREATE UNIQUE INDEX `password_links_token` ON `password_links` (`token_hash`);--> statement-breakpoint
ALTER TABLE `session` ADD `method` text DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE `session` ADD `confirmed_at` text;--> statement-breakpoint
ALTER TABLE `signatures` ADD `role` text DEFAULT 'executive-sponsor' NOT NULL;--> statement-breakpoint
UPDATE `password_links` SET `token_hash` = `id`;
