// Letters about seats of a panel.
import type { LetterWords } from '#words/letters/letter.ts';

type Person = { readonly name: string; readonly email: string };

type Seat = {
  readonly by: string;
  readonly panel: string;
  /** The seat in words. */
  readonly as: string;
  readonly url: string;
};

const help = (contact: string | null) => contact ?? 'the awarding body';

export function seatGivenWords({
  by,
  panel,
  as,
  contact,
  url,
}: Seat & { readonly contact: string | null }): LetterWords {
  return {
    subject: `You sit on a panel: ${panel}`,
    paragraphs: [
      `${by} of the awarding body has given you a seat on the panel ${panel}: ${as}.`,
      `When a submission comes to the panel, it waits for you on the page of reviews. If you cannot take part, tell ${help(contact)}.`,
    ],
    link: { url, text: 'Look at your reviews' },
  };
}

/** To the other administrators. */
export function seatTold({
  by,
  panel,
  as,
  person,
  url,
}: Seat & { readonly person: Person }): LetterWords {
  return {
    subject: `A seat on a panel was given: ${panel}`,
    paragraphs: [
      `${by} has given ${person.name} (${person.email}) a seat on the panel ${panel}: ${as}.`,
      'Every administrator gets this letter. If it is not as it should be, take the seat away on the page of the panel.',
    ],
    link: { url, text: 'Look at the panel' },
  };
}

/** To whoever is to rate in the place of somebody else. */
export function replacingWords({
  by,
  panel,
  as,
  contact,
  url,
}: Seat & { readonly contact: string | null }): LetterWords {
  return {
    subject: 'You are asked to rate a submission',
    paragraphs: [
      `${by} of the awarding body asks you to take a seat in one review of the panel ${panel}: ${as}.`,
      `Before you read the submission, say whether you have a conflict of interest. With that you accept the seat. If you cannot take part, tell ${help(contact)}.`,
    ],
    link: { url, text: 'Declare your interests' },
  };
}

type Replaced = { readonly panel: string; readonly reason: string; readonly url: string };

export function replacedWords({ panel, reason, url }: Replaced): LetterWords {
  return {
    subject: 'Somebody else rates in your place',
    paragraphs: [
      `Your seat in one review of the panel ${panel} was given to somebody else. The reason: ${reason}`,
      'You had not sealed your ratings. They are kept, are no part of the review any more, and nobody else reads them.',
    ],
    link: { url, text: 'Look at your reviews' },
  };
}

/** To the other administrators. */
export function replacementTold({
  by,
  panel,
  gone,
  comes,
  reason,
  url,
}: Replaced & {
  readonly by: string;
  readonly gone: string;
  readonly comes: Person;
}): LetterWords {
  return {
    subject: `A seat in a review was given to somebody else: ${panel}`,
    paragraphs: [
      `${by} has given the seat of ${gone} to ${comes.name} (${comes.email}). The reason: ${reason}`,
      'Every administrator gets this letter.',
    ],
    link: { url, text: 'Look at the review' },
  };
}

export function replacementAsked({
  by,
  name,
  reason,
  url,
}: {
  readonly by: string;
  readonly name: string;
  readonly reason: string;
  readonly url: string;
}): LetterWords {
  return {
    subject: `A chair asks for a member to be replaced: ${name}`,
    paragraphs: [
      `${by} asks for ${name} to be replaced in a review whose ratings were due. The reason: ${reason}`,
      'Only administrators see whether ratings are sealed. If they are, the member stays. Do not tell the chair: they are answered when somebody else has accepted the seat, or when the discussion opens.',
    ],
    link: { url, text: 'Look at the review' },
  };
}
