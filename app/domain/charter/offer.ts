// Whether a version of a charter can be started: published in the repository, and not retired by an
// administrator since (product.md, Who uses it). What has been started goes on either way.
import { ok, refused, type Result } from '#app/domain/problem.ts';

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

export type NotOffered = { readonly code: 'charter-not-published' };

/** The version where it can be started; undefined = there is none of that name. */
export function checkOffered<Version extends { readonly published: boolean }>(
  version: Version | undefined,
  isRetired: boolean,
): Result<Version, NotOffered> {
  return version?.published === true && !isRetired
    ? ok(version)
    : refused({ code: 'charter-not-published' });
}

/** Whether a version that is published changes to this; false = it is so already. */
export function checkOffer(
  version: { readonly published: boolean; readonly retired: boolean },
  to: Exclude<OfferState, 'draft'>,
): Result<boolean, NotOffered> {
  const state = offerState(version);
  return state === 'draft' ? refused({ code: 'charter-not-published' }) : ok(state !== to);
}
