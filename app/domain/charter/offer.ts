// Whether a version of a charter can be started: published in the repository, and not retired by an
// administrator since (product.md, Who uses it). What has been started goes on either way.

export const OFFER_STATES = ['draft', 'offered', 'retired'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** The state of one version. */
export function offerState(version: {
  readonly published: boolean;
  readonly retired: boolean;
}): OfferState {
  if (!version.published) return 'draft';
  return version.retired ? 'retired' : 'offered';
}
