CREATE TABLE `register_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`suffix` text NOT NULL,
	`word` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `register_parts_suffix` ON `register_parts` (`suffix`,`word`);--> statement-breakpoint
INSERT OR IGNORE INTO `award_words` (`id`, `word`, `award_id`, `published_at`) SELECT 'mc' || ' ' || `award_id`, 'mc', `award_id`, `published_at` FROM `award_words` WHERE `word` GLOB 'mc-[0-9][0-9][0-9][0-9]-*';--> statement-breakpoint
INSERT OR IGNORE INTO `award_words` (`id`, `word`, `award_id`, `published_at`) SELECT substr(`word`, 4, 4) || ' ' || `award_id`, substr(`word`, 4, 4), `award_id`, `published_at` FROM `award_words` WHERE `word` GLOB 'mc-[0-9][0-9][0-9][0-9]-*';--> statement-breakpoint
INSERT OR IGNORE INTO `award_words` (`id`, `word`, `award_id`, `published_at`) SELECT substr(`word`, 9) || ' ' || `award_id`, substr(`word`, 9), `award_id`, `published_at` FROM `award_words` WHERE `word` GLOB 'mc-[0-9][0-9][0-9][0-9]-*';--> statement-breakpoint
DELETE FROM `award_words` WHERE `word` GLOB 'mc-[0-9][0-9][0-9][0-9]-*';--> statement-breakpoint
WITH RECURSIVE
	words(word) AS (
		SELECT DISTINCT CASE WHEN `word` LIKE 'organisation:%' THEN substr(`word`, 14) ELSE `word` END FROM `award_words`
	),
	ends(word, suffix) AS (
		SELECT word, word FROM words WHERE word NOT LIKE '%:%' AND word NOT LIKE '%-%'
		UNION ALL
		SELECT word, substr(suffix, 2) FROM ends WHERE length(suffix) > 1
	)
INSERT OR IGNORE INTO `register_parts` (`id`, `suffix`, `word`) SELECT suffix || ' ' || word, suffix, word FROM ends;
