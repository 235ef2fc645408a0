INSERT INTO answer_versions (id, assessment_id, criterion, version, claimed, not_applicable, narrative, origin, saved_at, saved_by) SELECT id, assessment_id, criterion, version, claimed, not_applicable, narrative, origin, updated_at, updated_by FROM answers;
--> statement-breakpoint
CREATE TRIGGER answer_versions_no_update BEFORE UPDATE ON answer_versions BEGIN SELECT RAISE(ABORT, 'earlier versions of answers are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER answer_versions_no_delete BEFORE DELETE ON answer_versions BEGIN SELECT RAISE(ABORT, 'earlier versions of answers are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER action_progress_no_update BEFORE UPDATE ON action_progress BEGIN SELECT RAISE(ABORT, 'notes on progress are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER submissions_no_update BEFORE UPDATE OF id, assessment_id, round_id, number, signature_id, snapshot, sha256, submitted_at, submitted_by ON submissions BEGIN SELECT RAISE(ABORT, 'a submission is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER submissions_no_delete BEFORE DELETE ON submissions BEGIN SELECT RAISE(ABORT, 'a submission is never deleted'); END;
