// What a panel lacks, in words. A file of its own: pages show it, and load none of the problems.
import type { PanelGap } from '#app/domain/review/panel-size.ts';
import { told } from '#app/words/told.ts';

const GAPS = {
  'no-chair': 'it has no chair',
  'too-few': ({ has, needs }: { readonly has: number; readonly needs: number }) =>
    `it has ${has} of the ${needs} people who rate that a decision needs`,
  'no-statistics': 'nobody who rates is marked as qualified in statistics',
};

/** What a panel lacks, without a full stop. */
export function gapText(gap: PanelGap): string {
  return told(GAPS, gap);
}
