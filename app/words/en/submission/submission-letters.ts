// Letters on the way from a draft to a submission.
import { HEAD_PARAGRAPH, type LetterWords } from '#words/letters/letter.ts';

type Place = { readonly department: string; readonly url: string };

export function submittedWords({ department, url }: Place): LetterWords {
  return {
    subject: `Submitted: the self-assessment of ${department}`,
    paragraphs: [
      `The self-assessment of ${department} has been submitted. It is locked from now on.`,
      'The receipt has its number, its time and the fingerprint of its content.',
      HEAD_PARAGRAPH,
    ],
    link: { url, text: 'Read the receipt' },
  };
}

type Signed = Place & {
  readonly charter: { readonly title: string; readonly version: string };
  readonly sha256: string;
};

/** To whoever signed. */
export function youSignedWords({ department, charter, sha256, url }: Signed): LetterWords {
  return {
    subject: `You signed the self-assessment of ${department}`,
    paragraphs: [
      `You signed the declaration on the self-assessment of ${department}, on ${charter.title}, version ${charter.version}.`,
      `The fingerprint (SHA-256) of exactly what you signed is ${sha256}.`,
      'Nothing in it can be changed while your signature stands. If it is reopened, it has to be signed again.',
      'If that was not you, tell the assessment lead and the person who gave you your account at once.',
    ],
    link: { url, text: 'Read what you signed' },
  };
}

export function pleaseSignWords({ department, url }: Place): LetterWords {
  return {
    subject: `Waits for your signature: the self-assessment of ${department}`,
    paragraphs: [
      `The self-assessment of ${department} is ready to be signed, and you are asked to sign it.`,
      'Read it first. You can sign it, or send it back and say what is to be changed.',
    ],
    link: { url, text: 'Read it, then sign or send it back' },
  };
}

const ANSWERS = {
  signed: {
    subject: 'Signed',
    sentence: 'has been signed. The next step is to submit it.',
    link: 'Go on to submit',
  },
  'sent-back': {
    subject: 'Sent back',
    sentence: 'has been sent back with comments. Nothing of it is locked.',
    link: 'Read the comments',
  },
};

/** To whoever asked for the signature. */
export function signatureAnswer(
  what: keyof typeof ANSWERS,
  { department, url }: Place,
): LetterWords {
  const { subject, sentence, link } = ANSWERS[what];
  return {
    subject: `${subject}: the self-assessment of ${department}`,
    paragraphs: [`The self-assessment of ${department} ${sentence}`],
    link: { url, text: link },
  };
}
