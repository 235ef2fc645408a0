// Saves the counts behind one indicator, or clears them. The trail says that they changed, never what
// they are.
import type { EnteredCounts } from '#app/domain/workforce/check-counts.ts';
import {
  type CountsRefused,
  decideCounts,
  type DecidedCounts,
} from '#app/domain/workforce/decide-counts.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import type { LoadedAssessment } from '#db/repositories/assessment/assessments.ts';
import {
  type CountsRow,
  deleteCounts,
  saveCounts,
} from '#db/repositories/workforce/indicator-counts.ts';
import type { Write } from '#db/store.ts';
import { type ChangedMeanwhile, commitUnlessChanged } from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';

export type CountsCommand = EnteredCounts & {
  readonly assessmentId: string;
  readonly indicator: string;
  /** The version that was on the page; 0 = no counts yet. */
  readonly readVersion: number;
};

export type CountsProblem =
  | AccessProblem
  | CountsRefused
  | ChangedMeanwhile<CountsRow, CountsCommand>;

/** The new version of the counts (0 = cleared), or why they were not saved. */
export async function enterCounts(
  services: Services,
  actor: Actor,
  command: CountsCommand,
): Promise<Result<{ version: number }, CountsProblem>> {
  const { engine, clock, newId } = services;
  const open = () =>
    openAssessment(services, actor, { id: command.assessmentId, act: 'enter-counts' });
  const opened = await open();
  if (!opened.ok) return opened;
  const { assessment, charter } = opened.value;
  const saved = savedCounts(opened.value, command.indicator);
  const decided = decideCounts(charter, {
    indicator: command.indicator,
    entered: command,
    saved,
    readVersion: command.readVersion,
    assessmentVersion: assessment.version,
  });
  if (!decided.ok) return decided;
  const { changes, version, counts } = decided.value;
  if (!changes) return ok({ version });
  const at = clock().toISOString();
  const stamp = { id: saved?.id ?? newId(), updatedAt: at, updatedBy: actor.id };
  const committed = await commitUnlessChanged(
    engine,
    [
      countsWrite(command, decided.value, stamp),
      ...recordChange({
        assessment,
        actor,
        at,
        event: 'counts-entered',
        details: { indicator: command.indicator, cleared: counts === null },
      }),
    ],
    { open, find: (now) => savedCounts(now, command.indicator), yours: command },
  );
  return committed.ok ? ok({ version }) : committed;
}

type Stamp = Pick<CountsRow, 'id' | 'updatedAt' | 'updatedBy'>;

function countsWrite(
  { assessmentId, indicator, readVersion }: CountsCommand,
  { counts, source, version }: DecidedCounts,
  stamp: Stamp,
): Write {
  const key = { assessmentId, indicator };
  if (counts === null) return deleteCounts(key, readVersion);
  const values = {
    firstNumerator: counts.first.numerator,
    firstDenominator: counts.first.denominator,
    secondNumerator: counts.second.numerator,
    secondDenominator: counts.second.denominator,
  };
  return saveCounts({ ...stamp, ...key, ...values, source, version }, readVersion);
}

function savedCounts(loaded: LoadedAssessment, indicator: string): CountsRow | null {
  return loaded.counts.find((row) => row.indicator === indicator) ?? null;
}
