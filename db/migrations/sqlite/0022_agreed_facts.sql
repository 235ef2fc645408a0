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
--> statement-breakpoint
CREATE UNIQUE INDEX `agreed_facts_once` ON `agreed_facts` (`review_id`,`fact`);