// The assessments of an organisation’s departments as its overview compares them, those without one too. As many
// statements however many there are.
import { charterTitle } from '#app/domain/charter/charter.ts';
import { changeInTenths, type Earlier, overviewState } from '#app/domain/home/overview.ts';
import { isOverdue } from '#app/domain/plan/overdue.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayReadOverview } from '#app/domain/policy/assessment.ts';
import { awards as makesAward, outcomeOf } from '#app/domain/review/decided-outcome.ts';
import { stateOf } from '#app/domain/submission/life.ts';
import { type AssessmentView, assessmentViews } from '#app/doors/assessment-view.ts';
import type { Services } from '#app/services.server.ts';
import { loadOrganisation } from '#db/repositories/people/places.ts';
import {
  listSubmittedResults,
  type SubmittedResults,
} from '#db/repositories/submission/submitted-results.ts';
import { levelSteps, type LevelSteps } from '#reports/level-steps.ts';
import type { OverviewTableRow } from '#reports/overview-input.ts';
import { outcomeText } from '#words/review/outcome-text.ts';
import { levelText, scoreText } from '#words/kit/wording.ts';
import { type AroundAssessments, aroundAssessments } from './around-assessments.ts';

type Given = Pick<Services, 'engine' | 'library' | 'scanFile' | 'clock'>;

/** The organisation with a row for each assessment and each department without one; null for whoever may not read it. */
export async function overviewRows(services: Given, actor: Actor, id: string) {
  const found = await loadOrganisation(services.engine.db, id);
  if (found === null || !mayReadOverview(actor, id)) return null;
  const scope = { organisations: [id], departments: [] };
  const views = await assessmentViews(services, actor, scope);
  const around = await aroundAssessments(services, scope, views);
  const submitted = await listSubmittedResults(services.engine.db, id);
  const today = londonDay(services.clock().toISOString());
  const rows = views.map((view) => rowOf(view, { around, submitted, services, today }));
  const has = new Set(views.map(({ place }) => place.department));
  const empty = found.departments.filter((one) => !has.has(one.id)).map(({ name }) => noneOf(name));
  return { id, name: found.organisation.name, today, rows: [...rows, ...empty] };
}

type Known = {
  readonly around: AroundAssessments;
  readonly submitted: readonly SubmittedResults[];
  readonly services: Given;
  readonly today: string;
};

/** What the spreadsheet and the document read, with what only the page shows. */
export type OverviewRow = OverviewTableRow & {
  readonly steps: LevelSteps | null;
  readonly before: (OverviewTableRow['before'] & Earlier) | null;
};

function rowOf(view: AssessmentView, known: Known): OverviewRow {
  const { id, charter, scorecard, progress } = view;
  const { around, today } = known;
  const { answered, applicable } = scorecard;
  const scores = new Map(scorecard.sections.map((section) => [section.id, section.score]));
  return {
    id,
    department: view.department,
    name: view.name,
    label: view.label,
    charter: charterTitle(charter),
    charterName: scorecard.charter,
    state: stateIn(view, around),
    decided: around.decided.get(id)?.text ?? null,
    level: charter.levels.findIndex((level) => level.id === scorecard.level) + 1,
    levelText: levelText(charter, scorecard.level),
    steps: levelSteps(charter.levels, scorecard.level),
    overall: scorecard.overall,
    coverage: applicable === 0 ? null : { points: answered, available: applicable },
    ready: progress.total.ready,
    all: progress.total.all,
    sections: charter.sections.map(({ id: section, title }) => {
      const score = scores.get(section) ?? null;
      const share = score === null || score.available === 0 ? null : score.points / score.available;
      return { id: section, title, share, text: scoreText(score) };
    }),
    dueOn: dueOn(view, around),
    plan: {
      done: view.actions.filter(({ status }) => status === 'complete').length,
      all: view.actions.length,
      overdue: view.actions.filter((action) => isOverdue(action, action.status, today)).length,
    },
    before: earlierOf(view, known),
  };
}

function noneOf(department: string): OverviewRow {
  return {
    id: null,
    department,
    name: '',
    label: department,
    charter: '',
    charterName: '',
    state: 'none',
    decided: null,
    level: 0,
    levelText: '',
    steps: null,
    overall: null,
    coverage: null,
    ready: 0,
    all: 0,
    sections: [],
    dueOn: null,
    plan: { done: 0, all: 0, overdue: 0 },
    before: null,
  };
}

function stateIn({ id, state }: AssessmentView, around: AroundAssessments) {
  const signing = around.signing.get(id);
  const decided = around.decided.get(id);
  return overviewState({
    state: stateOf(state),
    asked: signing === undefined || signing.kind === 'signed' ? null : signing.kind,
    isRevised: around.revisions.has(id),
    decided:
      decided === undefined || decided.isEarlier
        ? null
        : makesAward(decided.outcome)
          ? 'award'
          : 'other',
  });
}

/** What is submitted and decided has no date any more. */
function dueOn({ id, state }: AssessmentView, around: AroundAssessments): string | null {
  const revisions = around.revisions.get(id);
  if (revisions !== undefined) return revisions.dueOn;
  const deadline = around.deadlines.get(id);
  if (deadline === undefined || state === 'submitted') return null;
  return londonDay(deadline.closesAt);
}

/** The submission before this one: of the same department by the same charter, whatever its version. */
function earlierOf(view: AssessmentView, { submitted, services }: Known): OverviewRow['before'] {
  const { id, state, place, scorecard } = view;
  const charterId = (name: string) => name.split('@')[0];
  const own = submitted.filter(
    (one) =>
      one.departmentId === place.department &&
      charterId(one.charter) === charterId(scorecard.charter),
  );
  const current = state === 'submitted' ? own.find((one) => one.assessmentId === id) : undefined;
  const before = own.find((one) => current === undefined || one.number < current.number);
  if (before === undefined) return null;
  return {
    number: before.number,
    submittedOn: londonDay(before.submittedAt),
    charter: before.charter,
    overall: before.overall,
    what: whatBecameOf(before, services),
    tenths: changeInTenths(scorecard.overall, before.overall),
  };
}

/** What the panel decided on it, or the level by the department’s own ratings. */
function whatBecameOf(one: SubmittedResults, { library }: Pick<Given, 'library'>): string {
  const charter = library.versions.get(one.charter)?.charter;
  const level = one.outcome === null ? one.ownLevel : one.level;
  if (one.outcome !== null && level === null) return outcomeText(outcomeOf(one.outcome));
  return charter === undefined ? '' : levelText(charter, level);
}
