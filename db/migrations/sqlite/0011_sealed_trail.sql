DROP TABLE `sign_in_failures`;
--> statement-breakpoint
DROP TRIGGER audit_events_no_update;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events WHEN NOT (OLD.seal IS NULL AND NEW.seal IS NOT NULL AND NEW.sequence = OLD.sequence AND NEW.at IS OLD.at AND NEW.actor IS OLD.actor AND NEW.event IS OLD.event AND NEW.organisation_id IS OLD.organisation_id AND NEW.subject IS OLD.subject AND NEW.details IS OLD.details) OR EXISTS (SELECT 1 FROM audit_events WHERE chain = NEW.chain AND position = NEW.position) BEGIN SELECT RAISE(ABORT, 'audit events are never changed'); END;
--> statement-breakpoint
DROP TRIGGER audit_events_no_delete;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events WHEN NOT EXISTS (SELECT 1 FROM audit_checkpoints WHERE audit_checkpoints.chain = OLD.chain AND audit_checkpoints.position >= OLD.position) BEGIN SELECT RAISE(ABORT, 'audit events are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_replace BEFORE INSERT ON audit_events WHEN EXISTS (SELECT 1 FROM audit_events WHERE rowid = NEW.rowid OR (chain = NEW.chain AND position = NEW.position)) BEGIN SELECT RAISE(ABORT, 'audit events are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER audit_checkpoints_no_update BEFORE UPDATE ON audit_checkpoints BEGIN SELECT RAISE(ABORT, 'a checkpoint is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER audit_checkpoints_no_delete BEFORE DELETE ON audit_checkpoints BEGIN SELECT RAISE(ABORT, 'a checkpoint is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER audit_checkpoints_no_replace BEFORE INSERT ON audit_checkpoints WHEN EXISTS (SELECT 1 FROM audit_checkpoints WHERE rowid = NEW.rowid OR id = NEW.id) BEGIN SELECT RAISE(ABORT, 'a checkpoint is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER submissions_no_replace BEFORE INSERT ON submissions WHEN EXISTS (SELECT 1 FROM submissions WHERE rowid = NEW.rowid OR id = NEW.id OR number = NEW.number) BEGIN SELECT RAISE(ABORT, 'a submission is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER submissions_no_move BEFORE UPDATE ON submissions WHEN NEW.rowid <> OLD.rowid BEGIN SELECT RAISE(ABORT, 'a submission is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER decisions_no_replace BEFORE INSERT ON decisions WHEN EXISTS (SELECT 1 FROM decisions WHERE rowid = NEW.rowid OR id = NEW.id OR supersedes = NEW.supersedes) BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER seals_no_replace BEFORE INSERT ON seals WHEN EXISTS (SELECT 1 FROM seals WHERE rowid = NEW.rowid OR id = NEW.id OR (review_id = NEW.review_id AND user_id = NEW.user_id)) BEGIN SELECT RAISE(ABORT, 'a seal is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER answer_versions_no_replace BEFORE INSERT ON answer_versions WHEN EXISTS (SELECT 1 FROM answer_versions WHERE rowid = NEW.rowid OR id = NEW.id OR (assessment_id = NEW.assessment_id AND criterion = NEW.criterion AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'earlier versions of answers are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER action_progress_no_replace BEFORE INSERT ON action_progress WHEN EXISTS (SELECT 1 FROM action_progress WHERE rowid = NEW.rowid OR id = NEW.id) BEGIN SELECT RAISE(ABORT, 'notes on progress are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER decision_documents_no_replace BEFORE INSERT ON decision_documents WHEN EXISTS (SELECT 1 FROM decision_documents WHERE rowid = NEW.rowid OR id = NEW.id OR (decision_id = NEW.decision_id AND kind = NEW.kind)) BEGIN SELECT RAISE(ABORT, 'a document that was given out is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER ratings_sealed_no_replace BEFORE INSERT ON ratings WHEN EXISTS (SELECT 1 FROM ratings INNER JOIN seals ON seals.review_id = ratings.review_id AND seals.user_id = ratings.user_id WHERE ratings.id = NEW.id OR ratings.rowid = NEW.rowid OR (ratings.review_id = NEW.review_id AND ratings.user_id = NEW.user_id AND ratings.criterion = NEW.criterion)) BEGIN SELECT RAISE(ABORT, 'a sealed rating is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER ratings_sealed_no_move BEFORE UPDATE ON ratings WHEN EXISTS (SELECT 1 FROM ratings INNER JOIN seals ON seals.review_id = ratings.review_id AND seals.user_id = ratings.user_id WHERE ratings.id = NEW.id OR ratings.rowid = NEW.rowid OR (ratings.review_id = NEW.review_id AND ratings.user_id = NEW.user_id AND ratings.criterion = NEW.criterion)) OR EXISTS (SELECT 1 FROM seals WHERE seals.review_id = NEW.review_id AND seals.user_id = NEW.user_id) BEGIN SELECT RAISE(ABORT, 'a sealed rating is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER ratings_sealed_no_delete BEFORE DELETE ON ratings WHEN EXISTS (SELECT 1 FROM seals WHERE seals.review_id = OLD.review_id AND seals.user_id = OLD.user_id) BEGIN SELECT RAISE(ABORT, 'a sealed rating is never deleted'); END;
