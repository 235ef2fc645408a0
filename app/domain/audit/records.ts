// Whether the rows of submissions, decisions and awards say what the events of the trail vouch for: each row
// against its fingerprint, its event and the columns beside it, and each event against its row.
import { readDecisionRecord } from '#app/domain/formats/decision-record.ts';
import { readSnapshot } from '#app/domain/formats/snapshot.ts';
import { textIn, type TrailEvent, VOUCHING } from './event.ts';
import type { NamedEvent } from './verify-trail.ts';

type Decided = {
  readonly outcome: string;
  readonly level: string | null;
  readonly revisionsDueOn: string | null;
  readonly record: string;
};

/** Whether the columns of a decision are what its record says, which its fingerprint is made of. */
export function decisionAgrees({ outcome, level, revisionsDueOn, record }: Decided): boolean {
  const said = readDecisionRecord(record);
  return (
    said.ok &&
    said.value.outcome === outcome &&
    said.value.level === level &&
    said.value.revisionsDueOn === revisionsDueOn
  );
}

type Awarded = {
  readonly charter: string;
  readonly level: string;
  readonly organisation: string;
  readonly department: string;
  readonly assessmentId: string;
  readonly submissionId: string;
};

type DecidedOn = Decided & { readonly assessmentId: string; readonly submissionId: string };

/** Whether an award is the one that its decision made. */
export function awardAgrees(award: Awarded, decision: DecidedOn): boolean {
  const said = readDecisionRecord(decision.record);
  return (
    said.ok &&
    said.value.level === award.level &&
    said.value.charter === award.charter &&
    said.value.organisation === award.organisation &&
    said.value.department === award.department &&
    decision.assessmentId === award.assessmentId &&
    decision.submissionId === award.submissionId
  );
}

type Vouched = keyof typeof VOUCHING;
const KINDS: readonly Vouched[] = ['submission', 'decision'];

type StoredRow = {
  readonly id: string;
  readonly assessmentId: string;
  readonly sha256: string;
  readonly at: string;
};

/** A row as it lies there. */
export type StoredRecord =
  | (StoredRow & {
      readonly what: 'submission';
      readonly snapshot: string;
      /** What the signature under it was given for; null = there is none. */
      readonly signed: string | null;
    })
  | (StoredRow & DecidedOn & { readonly what: 'decision' })
  | (Awarded & {
      readonly what: 'award';
      /** Its number. */
      readonly id: string;
      /** The decision that made it; null = it is gone. */
      readonly decision: DecidedOn | null;
    });

export type RecordFinding =
  /** It is not what was submitted, decided or awarded: what does not agree. */
  | {
      readonly code: 'record-changed';
      readonly what: StoredRecord['what'];
      readonly id: string;
      readonly differs: readonly string[];
    }
  /** The trail tells of it, and its row is gone. */
  | {
      readonly code: 'record-removed';
      readonly what: Vouched;
      readonly id: string;
      readonly event: NamedEvent;
    };

export type RecordReading = {
  /** The next event of the trail, whatever it tells of; all of them before any row. */
  readonly note: (event: TrailEvent) => void;
  readonly take: (record: StoredRecord) => void;
  readonly findings: () => readonly RecordFinding[];
};

/** Begins to compare rows with a trail; `fingerprint` is the SHA-256 of a text. */
export function readRecords(fingerprint: (text: string) => string): RecordReading {
  const events = new Map<string, TrailEvent>();
  const findings: RecordFinding[] = [];
  return {
    note: (event) => {
      const what = KINDS.find((kind) => VOUCHING[kind] === event.event);
      if (what !== undefined) events.set(`${what} ${textIn(event.details, what)}`, event);
    },
    take: (record) => {
      const { what, id } = record;
      const differs = differences(record, events.get(`${what} ${id}`), fingerprint);
      events.delete(`${what} ${id}`);
      if (differs.length > 0) findings.push({ code: 'record-changed', what, id, differs });
    },
    findings: () => [...findings, ...[...events].map(([name, event]) => removed(name, event))],
  };
}

function differences(
  record: StoredRecord,
  event: TrailEvent | undefined,
  fingerprint: (text: string) => string,
): readonly string[] {
  if (record.what === 'award') {
    const { decision } = record;
    return decision !== null && awardAgrees(record, decision) ? [] : ['decision'];
  }
  const isSubmission = record.what === 'submission';
  const content = fingerprint(isSubmission ? record.snapshot : record.record) === record.sha256;
  const held = {
    content,
    format: !isSubmission || readSnapshot(record.snapshot).ok,
    signature: !isSubmission || record.signed === record.sha256,
    columns: isSubmission || decisionAgrees(record),
    trail: event !== undefined && tells(event, record),
  };
  return Object.entries(held).flatMap(([name, agrees]) => (agrees ? [] : [name]));
}

function tells({ chain, at, details }: TrailEvent, record: StoredRow): boolean {
  return (
    chain === `assessment/${record.assessmentId}` &&
    at === record.at &&
    textIn(details, 'sha256') === record.sha256
  );
}

function removed(name: string, { sequence, event, at, chain, position }: TrailEvent) {
  const [what = '', id = ''] = name.split(' ');
  return {
    code: 'record-removed' as const,
    what: what === 'submission' ? ('submission' as const) : ('decision' as const),
    id,
    event: { sequence, event, at, chain, position },
  };
}
