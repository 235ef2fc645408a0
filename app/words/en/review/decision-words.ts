// The words for a decision in documents: what an outcome means, what comes next, how far reviewers agree.
import type { Agreement } from '#app/domain/review/agreement/agreement.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { longDate } from '#words/kit/day-words.ts';
import { ended, levelOf, levelText, listText } from '#words/kit/wording.ts';

/** Why an award does not hold any longer whose decision was corrected or appealed with success. */
export const AWARD_SUPERSEDED = 'A later decision has taken its place.';

/** What the panel decided, in one or two sentences. */
export function outcomeMeaning(charter: Charter, record: DecisionRecord): string {
  const target = levelText(charter, record.targetLevel);
  switch (record.outcome) {
    case 'award':
      return `The panel awards ${levelText(charter, record.level)}. ${levelMeaning(charter, record.level)}`;
    case 'lower-award':
      return `The panel awards ${levelText(charter, record.level)}; ${target} was aimed for. ${levelMeaning(charter, record.level)}`;
    case 'minor-revisions':
      return `The assessment narrowly misses what ${target} asks. The panel asks for minor revisions before it decides.`;
    case 'major-revisions':
      return `The assessment does not meet what ${target} asks. The panel asks for major revisions before it decides.`;
    case 'not-awarded':
      return `The assessment does not meet what ${target} asks, and the panel makes no award.`;
    default:
      return record.outcome satisfies never;
  }
}

/** 'Level means: …'; nothing for a level that the charter does not have. */
export function levelMeaning(charter: Charter, id: string | null): string {
  const level = levelOf(charter, id);
  return level === undefined ? '' : ended(`${level.label} means: ${level.means}`);
}

type Days = {
  /** YYYY-MM-DD; null = this decision cannot be appealed against. */
  readonly appealBy: string | null;
};

/** What the department can do now, one sentence each. */
export function nextSteps(record: DecisionRecord, { appealBy }: Days): readonly string[] {
  return [...stepsAfter(record), appealBy === null ? FINAL : appealStep(appealBy)];
}

export type Standing = {
  /** YYYY-MM-DD in London. */
  readonly today: string;
  /** The last day to appeal. */
  readonly appealBy: string;
  readonly appeal: 'none' | 'open' | 'answered';
  /** Whether the revisions that were asked for can still be submitted. */
  readonly revising: boolean;
  /** null = no award was made. */
  readonly award: 'waiting' | 'published' | 'withdrawn' | null;
};

/** What the department can still do on this day, one sentence each; what is over is left out. */
export function stepsNow(record: DecisionRecord, standing: Standing): readonly string[] {
  const { today, appealBy, appeal } = standing;
  const after = stepsAfter(record).filter((_, place) => isStillOpen(record, standing, place));
  if (appeal === 'open') return [...after, 'Your appeal is with the awarding body.'];
  if (appeal === 'answered') return [...after, FINAL];
  return today <= appealBy ? [...after, appealStep(appealBy)] : after;
}

// Of an award only its first step, the publication, is ever done with while the award stands.
function isStillOpen(record: DecisionRecord, { award, revising }: Standing, place: number) {
  if (record.revisionsDueOn !== null) return revising;
  if (award === 'withdrawn') return false;
  return award !== 'published' || place > 0;
}

const FINAL = 'This decision is final: it cannot be appealed against.';

function appealStep(appealBy: string): string {
  return `You can appeal until the end of ${longDate(appealBy)}. Another panel, of other people, hears an appeal.`;
}

function stepsAfter(record: DecisionRecord): readonly string[] {
  const by =
    record.revisionsDueOn === null ? '' : ` by the end of ${longDate(record.revisionsDueOn)}`;
  switch (record.outcome) {
    case 'award':
    case 'lower-award':
      return [
        'The awarding body publishes the award in the register, with a report, a certificate and your action plan without the names of people.',
        'Carry out your action plan, and report on it each year.',
      ];
    case 'minor-revisions':
    case 'major-revisions':
      return [
        `Revise what the requirements below name, and submit again${by}.`,
        'You need not start again: what you wrote is kept, and the panel is shown what you changed.',
      ];
    case 'not-awarded':
      return [
        'Your assessment and your action plan are kept. You can start from them in a later round.',
        'The requirements and recommendations below say what would make the most difference.',
      ];
    default:
      return record.outcome satisfies never;
  }
}

// Krippendorff's own convention; it holds for alpha alone (domain.md, 7.6).
const FIRM = 0.8;
const TENTATIVE = 0.667;

/** How far the reviewers agree beyond chance, in words; null = not calculable. */
export function agreementMeaning(alpha: Agreement | null): string {
  if (alpha === null) {
    return 'How far the reviewers agree beyond chance is not calculable: there were too few ratings, or all of them were the same.';
  }
  if (alpha.value >= FIRM) return 'The reviewers agree well: their ratings can be relied on.';
  if (alpha.value >= TENTATIVE) {
    return 'The reviewers agree in part: their ratings allow tentative conclusions, and the discussion matters.';
  }
  return 'The reviewers differ: their independent ratings alone would not do, and the consensus rests on the discussion.';
}

/** 0.74, with its 95 % interval where there is one. */
export function agreementText(found: Agreement | null): string {
  if (found === null) return 'not calculable';
  const { value, interval } = found;
  if (interval === null) return `${value.toFixed(2)}; too few criteria for an interval`;
  return `${value.toFixed(2)}; 95% confidence interval ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}`;
}

/** How often all reviewers gave the same before the meeting, and how often they were far apart. */
export function spreadText({ criteria }: Pick<DecisionRecord, 'criteria'>): string {
  const rated = criteria.filter(({ independent }) => independent.length > 1);
  if (rated.length === 0) return 'No criterion was rated by more than one reviewer.';
  const width = (ratings: readonly number[]) => Math.max(...ratings) - Math.min(...ratings);
  const same = rated.filter(({ independent }) => width(independent) === 0).length;
  const far = rated.filter(({ independent }) => width(independent) > 1);
  const start = `Before the meeting all reviewers gave the same rating for ${same} of ${rated.length} criteria`;
  if (far.length === 0) return `${start}, and nowhere differed by more than one.`;
  return `${start}, and differed by more than one for ${listText(far.map(({ criterion }) => criterion))}.`;
}

/** Who took part, and that they were enough. */
export function quorumText({ members, quorum }: DecisionRecord['panel']): string {
  const present = members.filter((member) => member.present && member.seat !== 'observer').length;
  return `${present} of the panel took part in the decision; ${quorum} are a quorum. Observers do not vote, and nobody with a conflict of interest takes part.`;
}

/** How far reviewers agree, or that it cannot be said. */
export function agreementFoundText(found: Agreement | null): string {
  return found === null
    ? 'Not calculable: too few ratings, or all of them are the same'
    : agreementText(found);
}
