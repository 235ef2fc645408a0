-- What a panel has sealed or decided is never changed; a later decision supersedes an earlier one.
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'a seal is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'a seal is never taken back'); END;
--> statement-breakpoint
CREATE TRIGGER ratings_sealed BEFORE UPDATE ON ratings WHEN EXISTS (SELECT 1 FROM seals WHERE seals.review_id = OLD.review_id AND seals.user_id = OLD.user_id) BEGIN SELECT RAISE(ABORT, 'a sealed rating is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER ratings_sealed_insert BEFORE INSERT ON ratings WHEN EXISTS (SELECT 1 FROM seals WHERE seals.review_id = NEW.review_id AND seals.user_id = NEW.user_id) BEGIN SELECT RAISE(ABORT, 'sealed ratings take no more'); END;
--> statement-breakpoint
CREATE TRIGGER decision_documents_no_update BEFORE UPDATE ON decision_documents BEGIN SELECT RAISE(ABORT, 'a document that was given out is never changed'); END;
