// What the pages of evidence say outside their markup.

/** The form of a piece of evidence. */
export const EVIDENCE_FORM = {
  chooseAgain: 'Choose your file again',
};

/** Files that go up while the page of a criterion stays open. */
export const EVIDENCE_FILES = {
  label: 'Add files',
  hint: 'Choose one or several, or drop them here. Each is called after its name; you can say what it shows afterwards.',
  kind: 'Kind of these files',
  noKind: 'None of these',
  attached: 'Attached',
  waiting: 'Waiting',
  going: (part: number) => `${part}% sent`,
  checking: 'Sent. It is being looked at.',
  cutOff: 'Not attached: there is no connection. Choose the file again when you are connected.',
  odd: 'Not attached: the service does not answer as it should. Choose the file again in a moment.',
  notNow:
    'Not attached: you cannot attach evidence here, or not any more. Load the page again; it says why.',
  first: 'Waiting until the files are there. Then it is saved.',
  failed: 'A file was not attached. Read why, then save again.',
  signedOut:
    'Not attached: you have been signed out. Choose ‘Save’ to sign in, then the file again.',
};

/** A file of evidence that is not given out. */
export const EVIDENCE_FILE = {
  notReadable:
    'This file cannot be read from our store at the moment. The evidence is still listed; tell the person who runs the service.',
  erased: (why: string) => `${why}. Its content is not here any more.`,
};
