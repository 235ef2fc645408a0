// Letters about files of the evidence.
import type { LetterWords } from '#words/letters/letter.ts';

/** Where no page shows the file any more there is no link. */
export function infectedWords(url: string | null): LetterWords {
  return {
    subject: 'A file of your self-assessment is infected',
    paragraphs: [
      'The virus scanner found something harmful in a file that was attached as evidence. Nobody can download it.',
      'Remove it, have the computer that it came from looked at, and attach a clean copy if the evidence is still needed. If you do not know the file, tell your IT security.',
    ],
    link: url === null ? null : { url, text: 'See the evidence' },
  };
}

export function unsignedWords({
  department,
  url,
}: {
  readonly department: string;
  readonly url: string;
}): LetterWords {
  return {
    subject: `To be signed again: the self-assessment of ${department}`,
    paragraphs: [
      `A file of the evidence of ${department} was erased for good, so the signature of the executive sponsor is taken back and the self-assessment is a draft again.`,
      'The criterion says which file it was and why. The assessment has to be signed again before it can be submitted.',
    ],
    link: { url, text: 'Go to the task list' },
  };
}
