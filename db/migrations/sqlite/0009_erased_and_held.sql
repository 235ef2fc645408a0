ALTER TABLE `files` ADD `erased_at` text;--> statement-breakpoint
ALTER TABLE `files` ADD `erased_by` text;--> statement-breakpoint
ALTER TABLE `files` ADD `erased_reason` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `token_hash` text;--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `token_of` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `held_at` text;--> statement-breakpoint
UPDATE `invitations` SET `token_hash` = `id`;
