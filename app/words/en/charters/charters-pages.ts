// What the pages of charters say outside their markup.
import type { OfferState } from '#app/domain/charter/offer.ts';

/** Why nothing can be started on a version. */
export const NOT_OFFERED: Readonly<Record<Exclude<OfferState, 'offered'>, string>> = {
  draft: 'This version is a draft. No assessment can be started on it.',
  retired:
    'This version is no longer offered, so no assessment can be started on it. Assessments and awards that are on it stay.',
};

/** Whether a version is offered. */
export const CHARTER_STATES: Readonly<Record<OfferState, string>> = {
  draft: 'Draft: takes no assessment',
  offered: 'Published and offered',
  retired: 'Published, retired: takes no new assessment',
};

/** A charter to read. */
export const CHARTER = {
  appliesWhere: (condition: string) => `It applies where ${condition}.`,
  whole: 'The charter',
};

/** Two versions side by side. */
export const COMPARED = {
  versions: (title: string, from: string, to: string) => `${title}: ${from} and ${to}`,
  both: (from: string, to: string) => `${from}, and ${to}`,
  rating: (rating: number) => `Rating ${rating}`,
};
