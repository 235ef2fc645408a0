// What the pages of evidence say outside their markup.

/** The form of a piece of evidence. */
export const EVIDENCE_FORM = {
  chooseAgain: 'Choose your file again',
};

/** A file of evidence that is not given out. */
export const EVIDENCE_FILE = {
  notReadable:
    'This file cannot be read from our store at the moment. The evidence is still listed; tell the person who runs the service.',
  erased: (why: string) => `${why}. Its content is not here any more.`,
};
