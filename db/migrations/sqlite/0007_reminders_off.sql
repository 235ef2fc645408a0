CREATE TABLE `reminder_stops` (
	`user_id` text PRIMARY KEY NOT NULL,
	`stopped_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `outbox` ADD `unsubscribe` text;