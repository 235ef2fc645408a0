// Letters to those who work on an assessment together.
import { listText } from '#words/kit/wording.ts';
import type { LetterWords } from '#words/letters/letter.ts';

type Place = { readonly department: string; readonly url: string };

export function mentionedWords({
  by,
  criterion,
  department,
  url,
}: Place & { readonly by: string; readonly criterion: string }): LetterWords {
  return {
    subject: `You are mentioned in a comment on ${criterion} of ${department}`,
    paragraphs: [
      `${by} has mentioned you in a comment on criterion ${criterion} of the self-assessment of ${department}.`,
      'Sign in to read it and to answer. More comments may follow: you get one letter for each criterion and hour, and the page has them all.',
    ],
    link: { url, text: 'Read the comment' },
  };
}

export function assignedWords({
  criteria,
  department,
  url,
}: Place & { readonly criteria: readonly string[] }): LetterWords {
  return {
    subject: `You have been asked to write for the self-assessment of ${department}`,
    paragraphs: [
      `You have been asked to write ${listText(criteria)} of the self-assessment of ${department}.`,
      'More may be added: you get one letter an hour, and the page has them all.',
    ],
    link: { url, text: 'See what you have been asked to write' },
  };
}

export function sentBackWords({
  by,
  criterion,
  department,
  url,
}: Place & { readonly by: string; readonly criterion: string }): LetterWords {
  return {
    subject: `${criterion} of ${department} is sent back to you`,
    paragraphs: [
      `${by} has sent the answer to criterion ${criterion} of the self-assessment of ${department} back, with a comment.`,
      'Sign in to read it, and ask for another look when the answer is changed.',
    ],
    link: { url, text: 'Read the comment' },
  };
}
