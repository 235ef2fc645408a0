// What was found in the trail, in words that name the event.
import { headText } from '#app/domain/audit/event.ts';
import type { RecordFinding } from '#app/domain/audit/records.ts';
import type { NamedEvent, TrailFinding, TrailReport } from '#app/domain/audit/verify-trail.ts';

/** One finding in a line. */
export function findingText(finding: TrailFinding | RecordFinding): string {
  switch (finding.code) {
    case 'changed':
      return `${name(finding.event)} is not what was sealed: it was changed, moved or put in`;
    case 'inserted':
      return `${name(finding.event)} was put in: its place in the chain is taken`;
    case 'unsealed':
      return `${name(finding.event)} has no seal: it was written without the key`;
    case 'unknown-key':
      return `${name(finding.event)} has the seal of a key that is not given: set AUDIT_OLD_KEYS to the earlier AUDIT_KEY or SESSION_SECRET`;
    case 'old-key':
      return `${name(finding.event)} has the seal of an earlier key, made after that key had been replaced`;
    case 'not-linked':
      return `${name(finding.event)} does not follow the event before it: what came before was changed`;
    case 'removed':
      return `${finding.chain}: ${places(finding)} ${finding.from === finding.to ? 'is' : 'are'} missing`;
    case 'other-head':
      return `${name(finding.event)} is not the one of the head ${headText(finding.head)}: the trail was written anew from there or before, or a backup was restored`;
    case 'tail-removed':
      return `${finding.head.chain}: ends at ${finding.ends}, and the head ${headText(finding.head)} is known: events were removed from its end, or the database is an older copy`;
    case 'chain-removed':
      return `${finding.chain}: a cut left it where it begins, and no event of it is there`;
    case 'sealed-later':
      return `${name(finding.event)}: ${finding.events} events had been written without the key and were sealed at a later start`;
    case 'record-changed':
      return `${capital(finding.what)} ${finding.id} is not what the trail vouches for: its ${finding.differs.join(', ')} ${finding.differs.length === 1 ? 'does' : 'do'} not agree`;
    case 'record-removed':
      return `${capital(finding.what)} ${finding.id} is gone, and ${name(finding.event)} tells of it`;
    case 'checkpoint-changed':
      return `${finding.chain}: a checkpoint is not what was sealed`;
    default:
      return finding satisfies never;
  }
}

/** The whole in a sentence. */
export function verdictText(
  {
    events,
    chains,
    findings,
  }: Omit<TrailReport, 'findings'> & { readonly findings: readonly unknown[] },
  heads: number,
): string {
  const read = `${events} events in ${chains} chains, compared with ${heads} heads known from outside`;
  if (findings.length === 0) return `${read}: nothing was changed, removed or put in`;
  return `${read}: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function places({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? `event ${from}` : `events ${from} to ${to}`;
}

function name({ sequence, event, at, chain, position }: NamedEvent): string {
  const place = chain === null ? '' : `, ${chain} ${position}`;
  return `Event ${sequence} (${event}, ${at}${place})`;
}

/** What the log tells whoever runs the service. */
export const TRAIL_LOG = {
  keyLost:
    'The earlier key is not given, so what it sealed cannot be checked, and submissions of that time do not open. Set AUDIT_OLD_KEYS to the earlier AUDIT_KEY or SESSION_SECRET; only where nobody has it any more, name it in AUDIT_LOST_KEYS.',
  keyKnown: 'The earlier key is given, so what it sealed is still checked.',
  headMissing:
    'The database does not hold the newest head of its trail that is known outside it. After a restore of a backup this is so. Otherwise events were removed, or the database was replaced: charter admin audit verify tells more.',
} as const;
