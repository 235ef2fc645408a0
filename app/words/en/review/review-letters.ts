// Letters in the course of a review, and about what was decided.
import type { RequestAnswer } from '#app/domain/review/replacement.ts';
import { HEAD_PARAGRAPH, type LetterWords } from '#words/letters/letter.ts';
import { dayAndTime } from '#words/kit/time.ts';
import { answerText } from './seat-text.ts';

type Place = { readonly department: string; readonly url: string };

export function submissionCameWords(url: string): LetterWords {
  return {
    subject: 'A submission for your panel',
    paragraphs: [
      'A submission is before your panel.',
      'Before you read it, say whether you have a conflict of interest.',
    ],
    link: { url, text: 'Declare your interests' },
  };
}

export function ratingsDateWords({
  before,
  after,
  reason,
  url,
}: {
  /** null = none was set. */
  readonly before: string | null;
  readonly after: string;
  readonly reason: string;
  readonly url: string;
}): LetterWords {
  const now = `The ratings of a submission before your panel are due by ${dayAndTime(after)} (London time).`;
  return {
    subject: 'The date for ratings was changed',
    paragraphs: [
      before === null
        ? `${now} No date was set before.`
        : `${now} Before, it was ${dayAndTime(before)}.`,
      `The reason: ${reason}`,
    ],
    link: { url, text: 'Look at the review' },
  };
}

export function ratingsDueWords(dueAt: string, url: string): LetterWords {
  return {
    subject: 'Ratings are due soon',
    paragraphs: [
      `Your ratings of a submission are due by ${dayAndTime(dueAt)} (London time). They are not sealed yet.`,
    ],
    link: { url, text: 'Go on rating' },
  };
}

export function allSealedWords({ department, url }: Place): LetterWords {
  return {
    subject: `All ratings are sealed: ${department}`,
    paragraphs: [
      `Everyone on the panel who rates the submission of ${department} has sealed their ratings. You can open the discussion.`,
    ],
    link: { url, text: 'Open the discussion' },
  };
}

export function discussionOpenWords({ department, url }: Place): LetterWords {
  return {
    subject: `The discussion is open: ${department}`,
    paragraphs: [
      `The discussion of the submission of ${department} is open. All sealed ratings can be seen by those who take part, and nobody rates any more.`,
    ],
    link: { url, text: 'Go to the discussion' },
  };
}

/** To whoever had not sealed. */
export function tooLateWords(url: string): LetterWords {
  return {
    subject: 'A discussion opened before you sealed',
    paragraphs: [
      'The time for the ratings of a submission before your panel was over, and its discussion is open. You had not sealed your ratings, so you take no part in it. Nobody reads what you rated.',
    ],
    link: { url, text: 'Look at your reviews' },
  };
}

type Answered = {
  readonly answer: RequestAnswer;
  readonly name: string;
  /** Whoever takes the seat; '' = nobody. */
  readonly by: string;
  readonly url: string;
};

export function requestAnswered({ answer, name, by, url }: Answered): LetterWords {
  return {
    subject: `Your request to replace ${name}`,
    paragraphs: [answerText(answer, name, by)],
    link: { url, text: 'Look at the review' },
  };
}

export function decidedWords({ department, url }: Place): LetterWords {
  return {
    subject: `The panel has decided: the self-assessment of ${department}`,
    paragraphs: [
      `The panel has decided on the self-assessment of ${department}.`,
      'Sign in to read the decision and the feedback on each criterion.',
      HEAD_PARAGRAPH,
    ],
    link: { url, text: 'Read the decision' },
  };
}

export function appealAnswered(url: string): LetterWords {
  return {
    subject: 'Your appeal has been answered',
    paragraphs: ['The awarding body has answered your appeal. Sign in to read the answer.'],
    link: { url, text: 'Read the answer' },
  };
}
