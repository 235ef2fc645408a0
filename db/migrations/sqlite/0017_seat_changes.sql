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
--> statement-breakpoint
CREATE UNIQUE INDEX `seat_changes_member` ON `seat_changes` (`review_id`,`member_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `seat_changes_replacement` ON `seat_changes` (`review_id`,`replacement_id`);--> statement-breakpoint
CREATE INDEX `seat_changes_person` ON `seat_changes` (`replacement_id`);