// The administrator's desk: every submission with its stage, its age and the promise of an outcome. Nothing
// of what a department wrote, and before a decision nothing of how anyone rates.
import { londonDay, londonMidnight } from '#app/domain/london-day.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { lateBefore } from '#app/domain/review/promise.ts';
import { outcomeOf } from '#app/domain/review/decided-outcome.ts';
import { STAGES } from '#app/domain/award/stage.ts';
import type { Services } from '#app/services.server.ts';
import {
  countOnDesk,
  countUndecided,
  listDeskIds,
  listOnDesk,
  listRoundsOnDesk,
  type OnDesk,
  type OnDeskOf,
} from '#db/repositories/administration/desk-rows.ts';
import { newReports } from '#app/queries/award/new-reports.ts';
import { keptUntilWritten } from '#app/queries/kit/kept-until-written.ts';
import { pageOf, placeOfPage } from '#app/queries/kit/page-of.ts';
import { submissionStage } from '#app/queries/submission/submission-stage.ts';
import { outcomeText } from '#words/review/outcome-text.ts';
import { stageText } from '#words/award/stage-text.ts';
import { levelText } from '#words/kit/wording.ts';

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
  if (!mayAdminister(actor, 'read-desk')) return null;
  const { db } = services.engine;
  const today = londonDay(services.clock().toISOString());
  return {
    reports: await newReports(db),
    ...(await (filter.stage === '' ? anyStage(services, filter) : oneStage(services, filter))),
    ...(await ofEverything(services, today)),
    filter: { round: filter.round, stage: filter.stage },
    stages: STAGES.map((value) => ({ value, label: stageText(value) })),
  };
}

/** What is told of all submissions whatever the filter leaves. */
const ofEverything = keptUntilWritten(async ({ engine: { db } }: Given, today) => ({
  all: await countOnDesk(db),
  ...(await countUndecided(db, londonMidnight(lateBefore(today)))),
  rounds: await listRoundsOnDesk(db),
}));

function ofRound({ round }: DeskFilter): OnDeskOf {
  return round === '' ? {} : { roundId: round };
}

/** A page of all submissions, or of those to a round: no more is read than it shows. */
async function anyStage(services: Given, filter: DeskFilter) {
  const { db } = services.engine;
  const found = await countOnDesk(db, ofRound(filter));
  const { from, ...place } = placeOfPage(found, { page: filter.page, size: ON_A_PAGE });
  const ids = await listDeskIds(db, ofRound(filter), { from, size: ON_A_PAGE });
  return { items: await rowsOf(services, { ids }), ...place, found };
}

/** The stage follows from all that is recorded of a submission, so that it is worked out for each. */
async function oneStage(services: Given, filter: DeskFilter) {
  const all = await rowsOf(services, ofRound(filter));
  const rows = all.filter(({ stage }) => stage === filter.stage);
  return { ...pageOf(rows, { page: filter.page, size: ON_A_PAGE }), found: rows.length };
}

export type DeskPage = NonNullable<Awaited<ReturnType<typeof deskPage>>>;

/** Every submission as the desk shows it, newest first; null for anyone but an administrator. */
export async function deskRows(services: Given, actor: Actor) {
  return mayAdminister(actor, 'read-desk') ? rowsOf(services, {}) : null;
}

async function rowsOf({ engine, library, clock }: Given, which: OnDeskOf) {
  const today = londonDay(clock().toISOString());
  return (await listOnDesk(engine.db, which)).map((one) => {
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
