// The next step with an assessment, in one sentence.
import type { NamedCriterion, NextStep } from '#app/domain/home/next-steps.ts';
import { dayOf, dayText } from '#words/kit/time.ts';

export const NEXT = { label: 'Next:' } as const;

type StepOf<Code extends NextStep['code']> = Extract<NextStep, { readonly code: Code }>;
type Texts = { readonly [Code in NextStep['code']]: (step: StepOf<Code>) => string };

const named = ({ id, title }: NamedCriterion) => `${id} ${title}`;

const TEXTS: Texts = {
  'say-facts': ({ count }) =>
    count === 1
      ? 'Say the one fact that the charter asks for'
      : `Say ${count} facts: they decide which criteria apply`,
  'read-sent-back': ({ by }) =>
    `Read what ${by ?? 'the sponsor'} wants changed, change it, and ask for the signature again`,
  'revise-criterion': ({ criterion, dueOn }) =>
    `Revise ${named(criterion)}, which the panel requires by ${dayText(dueOn)}`,
  answer: ({ criterion, minutes }) => `Answer ${named(criterion)}, about ${minutes} minutes`,
  'finish-answer': ({ criterion }) => `Finish the answer to ${named(criterion)}`,
  'look-again': ({ criterion }) =>
    `Look again at ${named(criterion)}, because the charter has changed there`,
  confirm: ({ criterion }) => `Tick what is true of ${named(criterion)}`,
  shorten: ({ criterion, words, limit }) =>
    `Shorten the answer to ${named(criterion)}: it has ${words} words, and ${limit} are allowed`,
  'attach-evidence': ({ criterion, items }) =>
    items === 1
      ? `Attach an item of evidence that ${named(criterion)} lacks`
      : `Attach ${items} items of evidence that ${named(criterion)} lacks`,
  'enter-counts': ({ criterion }) => `Enter the workforce counts that ${named(criterion)} lacks`,
  'see-cap': ({ criterion }) => `See why ${named(criterion)} counts for less than it claims`,
  'answer-comments': ({ criterion, count }) =>
    count === 1
      ? `Deal with the open comment on ${named(criterion)}`
      : `Deal with ${count} open comments on ${named(criterion)}`,
  'see-others': ({ count, names }) =>
    count === 1
      ? `See the answer that is still to come from ${fewNames(names)}`
      : `See the ${count} answers that are still to come from ${fewNames(names)}`,
  'own-ready': ({ left }) =>
    left === 0
      ? 'Read it once more: your criteria are ready, and so are all others'
      : `See what is left: your criteria are ready, and ${left} of others are not`,
  'add-action': () => 'Put a first action into the plan',
  'choose-round': () => 'Choose the round that it is meant for',
  'put-right': ({ count }) =>
    count === 1
      ? 'Put right the one thing that stands in the way of a signature'
      : `Put right ${count} things that stand in the way of a signature`,
  'find-signer': () => 'Invite an executive sponsor or a deputy: nobody may sign it yet',
  'ask-to-sign': () => 'Ask for the signature: nothing stands in its way',
  'wait-for-signature': ({ at }) => `Wait for the signature that was asked for on ${dayOf(at)}`,
  sign: ({ by, at }) =>
    `Read and sign, or send back: ${by ?? 'the assessment lead'} asked for your signature on ${dayOf(at)}`,
  'others-sign': () => 'See who signs instead of you, and why you may not',
  'wait-for-team': ({ ready, all }) =>
    `Read what the team has written: ${ready} of ${all} criteria are ready`,
  submit: ({ closesAt }) => (closesAt === null ? 'Submit it' : `Submit it by ${dayOf(closesAt)}`),
  'others-submit': ({ signedBy }) =>
    signedBy === null
      ? 'Wait for the assessment lead, who submits it'
      : `Wait for the assessment lead, who submits what ${signedBy} signed`,
  'own-signature': () => 'Let another lead submit it, because you have signed it yourself',
  'wait-for-round': () =>
    'Wait for a round: the awarding body has opened none for this version of the charter',
  'round-opens': ({ at }) => `Submit it from ${dayOf(at)}, when its round opens`,
  'round-closed': ({ at }) =>
    `Ask the awarding body for a later date: the round closed on ${dayOf(at)}`,
  rival: () =>
    'Choose another round, or withdraw what the department has submitted to this one already',
  'wait-for-panel': ({ promisedBy }) =>
    promisedBy === null
      ? 'Wait for the decision of the panel'
      : `Wait for the decision of the panel, which is promised by ${dayText(promisedBy)}`,
  'begin-revision': ({ dueOn }) =>
    `Begin the revisions that the panel requires by ${dayText(dueOn)}`,
  'wait-for-revision': ({ dueOn }) =>
    `Wait for the assessment lead, who begins the revisions that are due by ${dayText(dueOn)}`,
  'revisions-over': ({ dueOn }) =>
    `Ask the awarding body what can be done: revisions were due by ${dayText(dueOn)}`,
  'read-decision': () => 'Read the decision and the advice of the panel',
  'write-report': ({ year, dueOn, late }) =>
    late
      ? `Write the report of year ${year}, which was due by ${dayText(dueOn)}`
      : `Write the report of year ${year}, which is due by ${dayText(dueOn)}`,
  'note-progress': ({ year, dueOn }) =>
    `Note progress on the plan, from which the report of year ${year} is made by ${dayText(dueOn)}`,
  renew: ({ lastDay }) => `Start the renewal: the award ends after ${dayText(lastDay)}`,
  'see-renewal': () => 'Go on with the renewal',
  'award-holds': ({ lastDay }) =>
    `Read what the award asks for: it holds until ${dayText(lastDay)}`,
  'start-again': () => 'Start a new assessment, because the award holds no longer',
  'award-over': ({ lastDay }) =>
    `Read what became of the award, which held until ${dayText(lastDay)}`,
};

/** The sentence, without a full stop. */
export function nextText<Code extends NextStep['code']>(step: StepOf<Code>): string {
  const text: (of: StepOf<Code>) => string = TEXTS[step.code as Code];
  return text(step);
}

const SHOWN_NAMES = 2;

function fewNames(names: readonly string[]): string {
  const more = names.length - SHOWN_NAMES;
  const shown = names.slice(0, SHOWN_NAMES);
  if (more > 0) return `${shown.join(', ')} and ${more === 1 ? 'one more' : `${more} more`}`;
  return shown.join(' and ');
}
