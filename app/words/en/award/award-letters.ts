// Letters about an award, and to whoever objects to one.
import type { ObjectionOutcome } from '#app/domain/award/objection.ts';
import type { LetterWords } from '#words/letters/letter.ts';

const AWARD = {
  published: {
    subject: 'is in the register',
    sentence: 'Everyone can find it now, and read its report and its action plan.',
  },
  withdrawn: {
    subject: 'has been withdrawn',
    sentence: 'Its page says so, with the reason.',
  },
};

/** What has happened to an award. */
export type AwardNews = keyof typeof AWARD;

export function awardWords(
  what: AwardNews,
  { department, url }: { readonly department: string; readonly url: string },
): LetterWords {
  const { subject, sentence } = AWARD[what];
  return {
    subject: `The award of ${department} ${subject}`,
    paragraphs: [`The award of ${department} ${subject}. ${sentence}`],
    link: { url, text: 'Read the award' },
  };
}

type Objection = { readonly number: string; readonly register: string };

export function objectionArrived({ number, register }: Objection): LetterWords {
  return {
    subject: 'Your objection has arrived',
    paragraphs: [
      `Your objection to the award ${number} has arrived. We look at it and write to you again.`,
      'Of further objections within the hour you get no letter until we have looked at them.',
    ],
    link: { url: register, text: 'Award register' },
  };
}

export function objectionClosed(
  outcome: ObjectionOutcome,
  { number, register }: Objection,
): LetterWords {
  return {
    subject: 'Your objection has been looked at',
    paragraphs: [
      outcome === 'upheld'
        ? `We have looked at your objection to the award ${number} and upheld it. The award is withdrawn.`
        : `We have looked at your objection to the award ${number} and dismissed it. The award stands.`,
    ],
    link: { url: register, text: 'Award register' },
  };
}
