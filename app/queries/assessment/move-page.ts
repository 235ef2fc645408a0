// Moving to a newer version of the charter: which there are, and what moving to one of them would give.
import { differInWordingOnly, isNewer } from '#app/domain/charter/newer.ts';
import { type CarriedCriterion, carryOver } from '#app/domain/assessment/carried-answers.ts';
import { type Charter, charterTitle } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { heldUnder } from '#app/doors/scored-answers.ts';
import { criteriaToConfirm } from '#app/domain/scoring/confirmed.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { seeCounts, type SeenCounts } from '#app/doors/see-counts.ts';
import type { Services } from '#app/services.server.ts';
import { levelLines } from '#words/charters/charter-changes.ts';
import { criterionName, levelText, scoreText } from '#words/kit/wording.ts';
import { offeredVersions } from '#app/queries/charters/offered-versions.ts';

type Reads = Pick<Services, 'engine' | 'library'>;
type Moves = Reads & Pick<Services, 'clock'>;
type Given = { readonly view: AssessmentView; readonly to: string | null };

/** The newer published versions, and the preview of the one asked for. */
export async function movePage(services: Moves, actor: Actor, { view, to }: Given) {
  const newer = await newerVersions(services, view.charter);
  const wanted =
    newer.find(({ name }) => name === to) ?? (newer.length === 1 ? newer[0] : undefined);
  const version =
    wanted === undefined ? undefined : services.library.versions.get(wanted.name)?.charter;
  // Versions are compared in their plain words, as the move compares them.
  const from = services.library.versions.get(view.scorecard.charter)?.charter ?? view.charter;
  const today = londonDay(services.clock().toISOString());
  // The newer version may say something else of the same counts.
  const seen = await seeCounts(services, actor, view);
  return {
    id: view.id,
    department: view.department,
    charter: charterTitle(view.charter),
    newer,
    preview:
      seen.ok && version !== undefined
        ? previewOf(view, { from, to: version }, { ...seen.value, today })
        : null,
  };
}

export type MovePage = Awaited<ReturnType<typeof movePage>>;

/** The versions of the same charter that are offered and come after this one. */
export async function newerVersions(services: Reads, charter: Charter) {
  return (await offeredVersions(services))
    .filter(([, version]) => isNewer(charter, version.charter))
    .map(([name, version]) => ({ name, version: version.charter.version }));
}

type Known = SeenCounts & { readonly today: string };

function previewOf(
  view: AssessmentView,
  { from, to }: { readonly from: Charter; readonly to: Charter },
  { indicators, today }: Known,
) {
  const { version: readVersion, awards } = view;
  // Counts say all that is known of two trends.
  const { comparisons: _, ...said } = view.answerSet;
  const answerSet = { ...said, indicators };
  const facts = answerSet.facts ?? new Map();
  const held = heldUnder(to, { awards, facts }, today) ?? new Map();
  const {
    answerSet: carried,
    criteria,
    removed,
    diff,
    before,
    after,
    countsLeft,
  } = carryOver(from, to, answerSet, held);
  const named = (outcome: CarriedCriterion['outcome']) =>
    criteria.filter((one) => one.outcome === outcome).map(({ id }) => criterionName(to, id));
  return {
    to: diff.to,
    version: to.version,
    readVersion,
    /** A round that takes this version takes that one. */
    keepsRound: differInWordingOnly(from, to),
    carried: named('carried').length,
    review: named('review'),
    /** Criteria with ticks that go, because their statements are not there word for word. */
    ticksGone: criteria
      .filter(({ ticksGone }) => ticksGone > 0)
      .map(({ id, ticksGone }) => `${criterionName(to, id)}: ${ticksGone}`),
    /** Claims that are to be confirmed one by one afterwards. */
    toConfirm: criteriaToConfirm(to, carried, scoreAssessment(to, carried)).length,
    added: named('added'),
    merged: named('merged'),
    notes: named('note'),
    removed: removed.map(({ criterion }) => criterionName(from, criterion)),
    countsLeft,
    thresholds: levelLines({ from, to }, diff.levels),
    before: { overall: scoreText(before.overall), level: levelText(from, before.level) },
    after: { overall: scoreText(after.overall), level: levelText(to, after.level) },
  };
}
