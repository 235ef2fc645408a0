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
	`updated_by` text NOT NULL,
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
	`updated_by` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`department_id` text NOT NULL,
	`charter` text NOT NULL,
	`target_level` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `audit_events` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text,
	`event` text NOT NULL,
	`organisation_id` text,
	`subject` text,
	`details` text NOT NULL
);
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
	`updated_by` text NOT NULL,
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
	`created_by` text NOT NULL,
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
);
CREATE TABLE `password_links` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
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
	`userId` text NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE `sign_in_failures` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_at` text NOT NULL
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
INSERT INTO "__drizzle_migrations" VALUES (NULL, 'c8e84d7edc3efea6907539a6df4048099bdae18446a11fff900c84b5f54f68aa', 1795502419511);
INSERT INTO "__drizzle_migrations" VALUES (NULL, 'da882013a08f33b44dedd3f072487c730e3414b44d727cc82b4b7449b62ca3c7', 1795502420056);
INSERT INTO "account" VALUES ('account-1', 'accountId of ‘account’, No. 1: O''Dowd & Llŷr', 'providerId of ‘account’, No. 1: O''Dowd & Llŷr', 'user-1', 'accessToken of ‘account’, No. 1: O''Dowd & Llŷr', 'refreshToken of ‘account’, No. 1: O''Dowd & Llŷr', 'idToken of ‘account’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 'scope of ‘account’, No. 1: O''Dowd & Llŷr', 'password of ‘account’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z');
INSERT INTO "account" VALUES ('account-2', 'accountId of ‘account’, No. 2: O''Dowd & Llŷr', 'providerId of ‘account’, No. 2: O''Dowd & Llŷr', 'user-2', NULL, NULL, NULL, '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', NULL, NULL, '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z');
INSERT INTO "actions" VALUES ('actions-1', 'assessments-1', '["G1","M2"]', 'objective of ‘actions’, No. 1: O''Dowd & Llŷr', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', '["Ask each ward’s manager", "Agree the day"]', 'owner of ‘actions’, No. 1: O''Dowd & Llŷr', '2027-03-30', '2027-03-30', 'resources of ‘actions’, No. 1: O''Dowd & Llŷr', 'success measure of ‘actions’, No. 1: O''Dowd & Llŷr', 'high', 'on-track', 1, '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "actions" VALUES ('actions-2', 'assessments-2', '[]', 'objective of ‘actions’, No. 2: O''Dowd & Llŷr', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', '[]', 'owner of ‘actions’, No. 2: O''Dowd & Llŷr', '2027-03-31', '2027-03-31', 'resources of ‘actions’, No. 2: O''Dowd & Llŷr', 'success measure of ‘actions’, No. 2: O''Dowd & Llŷr', 'low', 'not-started', 2, '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "answers" VALUES ('answers-1', 'assessments-1', 'G1', 3, NULL, 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 4, '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "answers" VALUES ('answers-2', 'assessments-2', 'G2', NULL, 'No staff of this group work here.', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', 5, '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "assessments" VALUES ('assessments-1', 'organisations-1', 'departments-1', 'bme-mentoring@1.0.1', 'silver', '2026-11-01T09:30:00.000Z', 'user-1', '2026-11-01T09:30:00.000Z', 1);
INSERT INTO "assessments" VALUES ('assessments-2', 'organisations-2', 'departments-2', 'bme-mentoring@1.0.1', 'bronze', '2026-11-02T09:30:00.000Z', 'user-2', '2026-11-02T09:30:00.000Z', 2);
INSERT INTO "audit_events" VALUES (1, 'at of ‘audit_events’, No. 1: O''Dowd & Llŷr', 'user-1', 'event of ‘audit_events’, No. 1: O''Dowd & Llŷr', 'organisation id of ‘audit_events’, No. 1: O''Dowd & Llŷr', 'subject of ‘audit_events’, No. 1: O''Dowd & Llŷr', '{"criterion":"G1"}');
INSERT INTO "audit_events" VALUES (2, 'at of ‘audit_events’, No. 2: O''Dowd & Llŷr', 'user-2', 'event of ‘audit_events’, No. 2: O''Dowd & Llŷr', NULL, NULL, '{}');
INSERT INTO "departments" VALUES ('departments-1', 'organisations-1', 'Therapies, rehabilitation and speech & language (Dwyfor–Meirionnydd)', '2026-11-01T09:30:00.000Z');
INSERT INTO "departments" VALUES ('departments-2', 'organisations-2', 'Nurses'' and midwives'' education', '2026-11-02T09:30:00.000Z');
INSERT INTO "evidence" VALUES ('evidence-1', 'assessments-1', 'G1', 'title of ‘evidence’, No. 1: O''Dowd & Llŷr', 'The Trust''s mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a ''stretch'' role within the year.', 'https://pen-llyn.example/mentoring?year=2026&part=2#aims', NULL, 1, '2026-11-01T09:30:00.000Z', 'user-1', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "evidence" VALUES ('evidence-2', 'assessments-2', 'G2', 'title of ‘evidence’, No. 2: O''Dowd & Llŷr', 'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.
Two of three divisions report; the third starts in April.', NULL, 'files-2', 2, '2026-11-02T09:30:00.000Z', 'user-2', '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "files" VALUES ('files-1', 'organisations-1', 'name of ‘files’, No. 1: O''Dowd & Llŷr', 'application/pdf', 1, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "files" VALUES ('files-2', 'organisations-2', 'name of ‘files’, No. 2: O''Dowd & Llŷr', 'text/plain', 2, 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "indicator_counts" VALUES ('indicator_counts-1', 'assessments-1', 'indicator of ‘indicator_counts’, No. 1: O''Dowd & Llŷr', 1, 1, 1, 1, 'source of ‘indicator_counts’, No. 1: O''Dowd & Llŷr', 1, '2026-11-01T09:30:00.000Z', 'user-1');
INSERT INTO "indicator_counts" VALUES ('indicator_counts-2', 'assessments-2', 'indicator of ‘indicator_counts’, No. 2: O''Dowd & Llŷr', 2, 2, 2, 2, 'source of ‘indicator_counts’, No. 2: O''Dowd & Llŷr', 2, '2026-11-02T09:30:00.000Z', 'user-2');
INSERT INTO "memberships" VALUES ('memberships-1', 'user-1', 'organisations-1', 'departments-1', 'assessment-lead');
INSERT INTO "memberships" VALUES ('memberships-2', 'user-2', 'organisations-2', 'departments-2', 'contributor');
INSERT INTO "organisations" VALUES ('organisations-1', 'Pen Llŷn and Eryri Women''s, Children''s and Community Health NHS Foundation Trust', '2026-11-01T09:30:00.000Z');
INSERT INTO "organisations" VALUES ('organisations-2', 'Great Wexcombe Ambulance and Integrated Care NHS Trust', '2026-11-02T09:30:00.000Z');
INSERT INTO "password_links" VALUES ('password_links-1', 'user-1', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z');
INSERT INTO "password_links" VALUES ('password_links-2', 'user-2', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z');
INSERT INTO "session" VALUES ('session-1', '2026-11-01T09:30:00.000Z', 'token of ‘session’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', 'ipAddress of ‘session’, No. 1: O''Dowd & Llŷr', 'userAgent of ‘session’, No. 1: O''Dowd & Llŷr', 'user-1');
INSERT INTO "session" VALUES ('session-2', '2026-11-02T09:30:00.000Z', 'token of ‘session’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', NULL, NULL, 'user-2');
INSERT INTO "sign_in_failures" VALUES ('account o.odowd-adeyemi@wexcombe.example', 1, '2026-11-01T09:30:00.000Z');
INSERT INTO "sign_in_failures" VALUES ('address 192.0.2.7', 2, '2026-11-02T09:30:00.000Z');
INSERT INTO "user" VALUES ('user-1', 'Siân Llŷr-Wynne', 'sian.llyr-wynne@pen-llyn.example', 1, NULL, '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z');
INSERT INTO "user" VALUES ('user-2', 'Dr Oluwaseun O’Dowd-Adeyemi', 'o.odowd-adeyemi@wexcombe.example', 0, NULL, '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z');
INSERT INTO "verification" VALUES ('verification-1', 'identifier of ‘verification’, No. 1: O''Dowd & Llŷr', 'value of ‘verification’, No. 1: O''Dowd & Llŷr', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z', '2026-11-01T09:30:00.000Z');
INSERT INTO "verification" VALUES ('verification-2', 'identifier of ‘verification’, No. 2: O''Dowd & Llŷr', 'value of ‘verification’, No. 2: O''Dowd & Llŷr', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z', '2026-11-02T09:30:00.000Z');
CREATE INDEX `account_user` ON `account` (`userId`);
CREATE INDEX `actions_assessment` ON `actions` (`assessment_id`);
CREATE UNIQUE INDEX `answers_criterion` ON `answers` (`assessment_id`,`criterion`);
CREATE INDEX `assessments_organisation` ON `assessments` (`organisation_id`);
CREATE INDEX `assessments_department` ON `assessments` (`department_id`);
CREATE INDEX `audit_events_organisation` ON `audit_events` (`organisation_id`);
CREATE INDEX `departments_organisation` ON `departments` (`organisation_id`);
CREATE INDEX `evidence_assessment` ON `evidence` (`assessment_id`);
CREATE UNIQUE INDEX `indicator_counts_indicator` ON `indicator_counts` (`assessment_id`,`indicator`);
CREATE INDEX `memberships_user` ON `memberships` (`user_id`);
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);
CREATE INDEX `session_user` ON `session` (`userId`);
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events BEGIN SELECT RAISE(ABORT, 'audit events are never changed'); END;
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events BEGIN SELECT RAISE(ABORT, 'audit events are never deleted'); END;
