// What stands in the register about an award, for its report and its certificate.
import { AWARD_FACTS } from '#words/award/award-report-words.ts';
import { LABEL } from '#words/kit/labels.ts';
import { longDate } from '#words/kit/day-words.ts';
import type { Decided } from './decided-blocks.ts';
import { levelSteps } from './level-steps.ts';
import type { Fact } from './model.ts';
import { levelText } from '#words/kit/wording.ts';

export type AwardFacts = {
  readonly number: string;
  /** The id of the level. */
  readonly level: string;
  /** YYYY-MM-DD; the last day counts as valid. */
  readonly awardedOn: string;
  readonly validUntil: string;
  /** null = the service does not name one. */
  readonly awardingBody: string | null;
  /** Where anyone can check the award: https://…/verify/NUMBER. */
  readonly address: string;
};

export type AwardInput = Decided & { readonly award: AwardFacts };

/** Number, level and days of the award. */
export function awardFactsOf({ charter, award }: AwardInput): readonly Fact[] {
  return [
    {
      label: LABEL.level,
      value: levelText(charter, award.level),
      steps: levelSteps(charter.levels, award.level),
    },
    { label: LABEL.number, value: award.number },
    { label: AWARD_FACTS.awardedOn, value: longDate(award.awardedOn) },
    { label: LABEL.validUntil, value: longDate(award.validUntil) },
  ];
}
