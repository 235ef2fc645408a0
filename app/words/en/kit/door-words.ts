// What the door of the house says before any page is reached.

/** The titles of refusals that programs read. */
export const API_TITLES = {
  400: 'Bad request',
  404: 'Not found',
  409: 'Conflict',
  429: 'Too many requests',
};

/** Why a request was not taken. */
export const DOOR = {
  formNotRead:
    'This form could not be read. Nothing was saved. Open the page again and send the form from there.',
  tooManyFields: (most: number) =>
    `This form has more than ${most} fields. Nothing was saved. Open the page again and send the form from there.`,
  signInFirst: 'Sign in first.',
  wrongOnOurSide: 'Something went wrong on our side. Nothing was saved. Please try again.',
  notFromOurPages:
    'This change did not come from our own pages. Nothing was saved. Open the page again and send the form from there.',
  tooLarge: (megabytes: number) =>
    `This form is larger than ${megabytes} MB. Nothing was saved. Go back, shorten the text and send it again.`,
  noSuchRequest: 'There is no such request here.\n',
  noAddress: 'This is no address of ours.\n',
  tooMany: (requests: number, seconds: number, wait: number) =>
    `More than ${requests} requests in ${seconds} seconds. Ask again in ${wait} seconds.`,
  factorOverdue:
    'Your role needs a second factor, and its days of grace are over. What you sent is not saved yet.',
  setUpElsewhere:
    'Set it up on the page of your account, in another window, and send this again from here.',
  methodNotAllowed: 'Method not allowed',
  onlyRead: (methods: string) => `This address is only read: ${methods}. Nothing was changed.`,
  givenTwice: (name: string) => `${name}: given twice`,
};
