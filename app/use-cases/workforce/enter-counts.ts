// Saves the counts behind one indicator, or clears them. The trail says that they changed, never what
// they are.
import {
  type CheckedCounts,
  checkCounts,
  type CountsFieldProblem,
  type EnteredCounts,
} from '#app/domain/workforce/check-counts.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import type { LoadedAssessment } from '#db/repositories/assessment/assessments.ts';
import {
  type CountsRow,
  deleteCounts,
  saveCounts,
} from '#db/repositories/workforce/indicator-counts.ts';
import type { Write } from '#db/store.ts';
import { type ChangedMeanwhile, commitUnlessChanged } from '#app/doors/changed-meanwhile.ts';
import {
  type AccessProblem,
  type OpenAssessment,
  openAssessment,
} from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';

export type CountsCommand = EnteredCounts & {
  readonly assessmentId: string;
  readonly indicator: string;
  /** The version that was on the page; 0 = no counts yet. */
  readonly readVersion: number;
};

export type CountsProblem =
  | AccessProblem
  | { readonly code: 'not-valid'; readonly fields: readonly CountsFieldProblem[] }
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
  if (!charter.indicators.some(({ id }) => id === command.indicator)) {
    return refused({ code: 'not-found' });
  }
  const checked = checkCounts(command);
  if (!checked.ok) return refused({ code: 'not-valid', fields: checked.problem });
  const saved = savedCounts(opened.value, command.indicator);
  if (sameCounts(saved, checked.value)) return ok({ version: saved?.version ?? 0 });
  const at = clock().toISOString();
  const change = changeOf(opened.value, command, checked.value);
  const stamp = { id: saved?.id ?? newId(), updatedAt: at, updatedBy: actor.id };
  const committed = await commitUnlessChanged(
    engine,
    [
      change.write(stamp),
      ...recordChange({
        assessment,
        actor,
        at,
        event: 'counts-entered',
        details: { indicator: command.indicator, cleared: checked.value.counts === null },
      }),
    ],
    { open, find: (now) => savedCounts(now, command.indicator), yours: command },
  );
  return committed.ok ? ok({ version: change.version }) : committed;
}

type Stamp = Pick<CountsRow, 'id' | 'updatedAt' | 'updatedBy'>;

// Counts that are entered again after they were cleared get a version that they never had, so that a
// page from before cannot save over them. The assessment's version is at least as high as any part's.
function changeOf(
  { assessment }: OpenAssessment,
  { indicator, readVersion }: CountsCommand,
  { counts, source }: CheckedCounts,
): { readonly version: number; readonly write: (stamp: Stamp) => Write } {
  const key = { assessmentId: assessment.id, indicator };
  if (counts === null) return { version: 0, write: () => deleteCounts(key, readVersion) };
  const version = readVersion === 0 ? assessment.version + 1 : readVersion + 1;
  const values = {
    firstNumerator: counts.first.numerator,
    firstDenominator: counts.first.denominator,
    secondNumerator: counts.second.numerator,
    secondDenominator: counts.second.denominator,
  };
  return {
    version,
    write: (stamp) => saveCounts({ ...stamp, ...key, ...values, source, version }, readVersion),
  };
}

function savedCounts(loaded: LoadedAssessment, indicator: string): CountsRow | null {
  return loaded.counts.find((row) => row.indicator === indicator) ?? null;
}

function sameCounts(saved: CountsRow | null, { counts, source }: CheckedCounts): boolean {
  if (saved === null || counts === null) return saved === counts;
  return (
    saved.firstNumerator === counts.first.numerator &&
    saved.firstDenominator === counts.first.denominator &&
    saved.secondNumerator === counts.second.numerator &&
    saved.secondDenominator === counts.second.denominator &&
    saved.source === source
  );
}
