// A form that is kept while somebody types, before a button gives it.
import { dayAndTime } from './time.ts';

export const FORM_DRAFT = {
  keptAt: (time: string) => `Saved at ${time} as your draft. Nobody else sees it yet.`,
  standing: (at: string) =>
    `What you typed on ${dayAndTime(at)} is below. It is your draft: nobody else sees it yet.`,
  drop: 'Throw the draft away',
};
