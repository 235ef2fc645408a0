// The administrator's desk: every submission with its stage, its age and the promise of an outcome. Nothing
// of what a department wrote, and before a decision nothing of how anyone rates.
import { londonDay } from '#app/domain/london-day.ts';
import { type Actor, isAdministrator } from '#app/domain/policy/actor.ts';
import { outcomeOf } from '#app/domain/review/decided-outcome.ts';
import { outcomeText } from '#words/review/outcome-text.ts';
import { STAGES } from '#app/domain/award/stage.ts';
import { stageText } from '#words/award/stage-text.ts';
import type { Services } from '#app/services.server.ts';
import { listOnDesk, type OnDesk } from '#db/repositories/administration/desk-rows.ts';
import { levelText } from '#words/kit/wording.ts';
import { newReports } from '#app/queries/award/new-reports.ts';
import { pageOf } from '#app/queries/kit/page-of.ts';
import { submissionStage } from '#app/queries/submission/submission-stage.ts';

const ON_A_PAGE = 50;

type Given = Pick<Services, 'engine' | 'library' | 'clock'>;

export type DeskFilter = {
  /** Id of a round, or a stage; '' = all. */
  readonly round: string;
  readonly stage: string;
  readonly page: number;
};

/** The submissions that the filter leaves; null for anyone but an administrator. */
export async function deskPage(services: Given, actor: Actor, filter: DeskFilter) {
  const all = await deskRows(services, actor);
  if (all === null) return null;
  const rows = all.filter(
    ({ roundId, stage }) =>
      (filter.round === '' || roundId === filter.round) &&
      (filter.stage === '' || stage === filter.stage),
  );
  const rounds = new Map(all.flatMap(({ roundId, round }) => (roundId ? [[roundId, round]] : [])));
  return {
    reports: await newReports(services.engine.db),
    ...pageOf(rows, { page: filter.page, size: ON_A_PAGE }),
    found: rows.length,
    all: all.length,
    late: all.filter(({ promise }) => promise?.kind === 'late').length,
    waiting: all.filter(({ stage }) => stage === 'submitted').length,
    filter: { round: filter.round, stage: filter.stage },
    rounds: [...rounds].map(([value, label]) => ({ value, label })),
    stages: STAGES.map((value) => ({ value, label: stageText(value) })),
  };
}

export type DeskPage = NonNullable<Awaited<ReturnType<typeof deskPage>>>;

/** Every submission as the desk shows it, newest first; null for anyone but an administrator. */
export async function deskRows({ engine, library, clock }: Given, actor: Actor) {
  if (!isAdministrator(actor)) return null;
  const today = londonDay(clock().toISOString());
  return (await listOnDesk(engine.db)).map((one) => {
    const standing = submissionStage(one, today);
    return {
      number: one.number,
      organisation: one.organisation,
      department: one.department,
      charter: one.charter,
      roundId: one.roundId,
      round: one.round ?? '',
      submittedOn: londonDay(one.submittedAt),
      ...standing,
      panelId: one.reviews.at(-1)?.panelId ?? null,
      panel: one.reviews.at(-1)?.panel ?? '',
      /** The number of the award that it became; null = none. */
      award: standing.stage === 'withdrawn' ? null : (one.award?.number ?? null),
      ...(standing.stage === 'withdrawn' ? UNDECIDED : decisionTexts(one, library)),
    };
  });
}

const UNDECIDED = { outcome: '', level: '', revisionsDueOn: null };

/** What was decided, in words; '' where nothing was. */
function decisionTexts({ charter: name, decision }: OnDesk, library: Given['library']) {
  if (decision === null) return UNDECIDED;
  const charter = library.versions.get(name)?.charter;
  const { outcome, level, revisionsDueOn } = decision;
  return {
    outcome: outcomeText(outcomeOf(outcome)),
    level: level === null || charter === undefined ? '' : levelText(charter, level),
    revisionsDueOn,
  };
}
