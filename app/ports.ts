// What use cases are given from outside: time, ids, stored files. Time and ids are replaced in tests.
import type { Head } from '#app/domain/audit/event.ts';
import type { CheckSeal } from '#app/domain/audit/verify-trail.ts';
import type { AnswerSet } from '#app/domain/scoring/answer.ts';
import type { DraftDocument, ReadDraft } from '#app/domain/assessment/draft-document.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { CheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import type { PublicJwk } from '#app/domain/formats/credential-claims.ts';
import type { Hold } from '#app/domain/evidence/file-scan.ts';
import type { Erasure } from '#app/domain/evidence/erasure.ts';
import type { Result } from '#app/domain/problem.ts';
import type { OfficeProblem, ReadSheet, Workbook } from '#app/domain/workbook.ts';

export type Clock = () => Date;
/** A new id, UUID v7: sortable by time, 74 random bits. */
export type NewId = () => string;

/** What the demo's start page tells: whom to sign in as. null in every other mode. */
export type DemoGuide = {
  readonly password: string;
  readonly people: readonly {
    readonly name: string;
    readonly email: string;
    readonly about: string;
    readonly roles: string;
    /** The name of the trust, or of the body that makes awards. */
    readonly place: string;
    /** Whether they have an authenticator app, which the page plays. */
    readonly secondFactor: boolean;
  }[];
};

/** Why a stored file cannot be read. */
export type ReadProblem = { readonly code: 'file-missing' } | { readonly code: 'file-altered' };

/** A line of the list of erased files is none of ours; the words name file and line. */
export type ErasedListDamaged = { readonly code: 'erased-list-damaged'; readonly why: string };

/** What was erased for good, beside the database, for restores of older backups. */
export type ErasedList = {
  readonly read: () => Promise<Result<readonly Erasure[], ErasedListDamaged>>;
  /** Adds what it does not have yet. */
  readonly add: (erasures: readonly Erasure[]) => Promise<Result<null, ErasedListDamaged>>;
  /** Takes away what came to nothing. */
  readonly takeBack: (erasures: readonly Erasure[]) => Promise<Result<null, ErasedListDamaged>>;
};

export type ErasedFiles = {
  /** How many copies went. */
  readonly gone: number;
  /** The places of those that could not be removed. */
  readonly left: readonly string[];
};

/** It is not given out: the virus scanner has not called it clean. */
export type FileHeld = { readonly code: 'file-held'; readonly hold: Hold; readonly text: string };

/** Its content was erased for good; the words say since when and why. */
export type FileErased = { readonly code: 'file-erased'; readonly text: string };

/** An uploaded file that the store holds and no row points to yet. */
export type StoredFile = {
  readonly id: string;
  /** The name to show and to download under; never a path. */
  readonly name: string;
  /** From the content, never from the browser. */
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};

/** A mail as it is handed to the mail server. */
export type OutgoingMail = {
  /** Stays the same however often it is tried; the Message-ID is made of it. */
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where one click in a mail program switches such letters off; null = they cannot be. */
  readonly unsubscribe: string | null;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
};

export type MailResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** unreachable = nobody answered; refused = this mail, for now; refused-for-good = never. */
      readonly why: 'unreachable' | 'refused' | 'refused-for-good';
      /** Codes only: no address, no text, no password. */
      readonly reason: string;
    };

/** Who asks for work: a person's id; null = the service itself, whose jobs all wait for their turn. */
export type WorkFor = string | null;

/** Why work away from the event loop was not done; nothing else came to harm. */
export type WorkProblem =
  /** So much of this person waits already; it may be asked for again after so many seconds. */
  | { readonly code: 'work-waiting'; readonly seconds: number }
  | { readonly code: 'out-of-time'; readonly seconds: number }
  | { readonly code: 'out-of-memory' };

/** Which level is aimed for, from which answers, with which criteria left as they are. */
export type WayQuestion = {
  readonly charter: Charter;
  readonly answerSet: AnswerSet;
  readonly to: string;
  readonly pins: readonly string[];
  /** Whole months that are left; left out = any number. */
  readonly monthsLeft?: number;
  /** What is least; left out = effort. */
  readonly fewest?: 'effort' | 'months';
};

/** The cheapest way to a level, without holding anybody up. */
export type Ways = {
  /** The way, however long it takes to find; `not-found` where that is longer than allowed. */
  readonly find: (
    question: WayQuestion,
    asker: WorkFor,
  ) => Promise<Result<CheapestPath, WorkProblem>>;
  /** The way in a moment; null = it is being worked out, and there when it is asked for later. */
  readonly soon: (question: WayQuestion, asker: WorkFor) => Promise<CheapestPath | null>;
};

/** Files that people take into their own programs and bring back. */
export type OfficeFiles = {
  readonly writeXlsx: (
    workbook: Workbook,
    asker: WorkFor,
  ) => Promise<Result<Uint8Array, WorkProblem>>;
  /** The first sheet of this name; null where the workbook has none. */
  readonly readXlsx: (
    bytes: Uint8Array,
    sheet: string,
    asker: WorkFor,
  ) => Promise<Result<ReadSheet | null, OfficeProblem | WorkProblem>>;
  /** The questions and the draft as a Word document. */
  readonly writeDraft: (
    draft: DraftDocument,
    asker: WorkFor,
  ) => Promise<Result<Uint8Array, WorkProblem>>;
  readonly readDraft: (
    bytes: Uint8Array,
    asker: WorkFor,
  ) => Promise<Result<ReadDraft, OfficeProblem | WorkProblem>>;
};

/** What a virus scanner says of a file. */
export type ScanResult =
  | { readonly verdict: 'clean' }
  | { readonly verdict: 'infected'; readonly found: string }
  /** The scanner takes no file of this size. */
  | { readonly verdict: 'too-large' }
  /** It did not answer, or with an error; nothing is known of the file. */
  | { readonly verdict: 'unavailable'; readonly reason: string };

/** Has a file scanned. It always comes back within its time limit, and throws only where the file cannot be read. */
export type ScanFile = (
  content: AsyncIterable<Uint8Array> & { readonly destroy: () => unknown },
) => Promise<ScanResult>;

/** Hands one mail to the mail server; it never throws and always comes back within its time limit. */
export type SendMail = (mail: OutgoingMail) => Promise<MailResult>;

/** One entry of an archive: a text, bytes, or a stored file that is read as it is packed. */
export type ArchivePart = { readonly path: string } & (
  | { readonly text: string }
  | { readonly bytes: Uint8Array }
  | { readonly stored: Pick<StoredFile, 'id' | 'size' | 'sha256'> }
);

/** A stored file that could not be read when its turn came. */
export type ArchiveGap = {
  readonly path: string;
  readonly code: ReadProblem['code'] | 'unreadable';
};

export type ArchivePlan = {
  /** The time that every entry carries, so that the same plan gives the same bytes. */
  readonly date: Date;
  readonly about: Readonly<Record<string, unknown>>;
  readonly parts: readonly ArchivePart[];
  /** A page that reads offline: what is inside, and what could not be read. */
  readonly index: (gaps: readonly ArchiveGap[]) => string;
};

export type CalendarEvent = {
  /** The same each time, so that a calendar moves an event and makes no second one. */
  readonly uid: string;
  readonly summary: string;
  readonly description?: string;
  readonly url: string;
  /** An instant (ISO 8601 UTC), shown as London time, or a whole day (YYYY-MM-DD). */
  readonly when: { readonly instant: string } | { readonly day: string };
  /** So many days before, the calendar reminds. */
  readonly alarmDays: readonly number[];
};

export type Calendar = {
  readonly name: string;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
  readonly events: readonly CalendarEvent[];
};

/** A key that signs credentials; its private half is encrypted, and opened only to sign. */
export type SealedKey = {
  readonly id: string;
  readonly publicJwk: PublicJwk;
  readonly sealedPrivateJwk: string;
};

export type SignatureProblem =
  | { readonly code: 'not-a-credential' }
  | { readonly code: 'unknown-key' }
  | { readonly code: 'wrong-signature' };

export type CredentialSigning = {
  /** A new key; its id is the thumbprint of its public half (RFC 7638). */
  readonly newKey: () => Promise<SealedKey>;
  /** The claims as a JWT. Throws where the key was sealed with another secret. */
  readonly sign: (claims: object, key: SealedKey, name: string) => Promise<string>;
  /** The claims of a JWT that one of these keys, by name, has signed, unchanged to the last byte. */
  readonly verify: (
    jwt: string,
    keys: ReadonlyMap<string, PublicJwk>,
  ) => Promise<Result<unknown, SignatureProblem>>;
  /** A bit string with these positions set, as a status list holds it. */
  readonly encodeStatusList: (positions: readonly number[], bits: number) => string;
};

/** Seals of the trail under a key that is not in the database. */
export type TrailSeal = {
  /** The name of the present key. */
  readonly keyId: string;
  readonly seal: (text: string) => string;
  readonly check: CheckSeal;
  /** Whether a seal is of a key that is known to be lost. */
  readonly isLost: (seal: string) => boolean;
  /** A keyed hash of an account that is only known by its address. */
  readonly mark: (text: string) => string;
};

/** Heads of the trail outside the database. */
export type TrailHeads = {
  /** Adds the head that holds now; one line each. Throws where it cannot be written. */
  readonly add: (head: Head, at: string) => Promise<void>;
  /** The one that was added last; null = there is none yet. */
  readonly newest: () => Promise<Head | null>;
  /** Every head that was added, the oldest first. */
  readonly list: () => Promise<readonly Head[]>;
};
