// Words for what can stand in the way of a renewal or of the report of a year.
import { dayText } from '#words/kit/time.ts';

export const RENEWALS = {
  'renewal-too-early': ({ from }: { readonly from: string }) =>
    `A renewal can be started from ${dayText(from)}`,
  'award-ended': ({ endedOn }: { readonly endedOn: string }) =>
    `The award ended on ${dayText(endedOn)}, so it is not renewed any more`,
  'award-withdrawn':
    'The award has been withdrawn. If you wrote something below, it is not saved; copy it if you need it',
};

export const REPORTS = {
  'report-sent':
    'This report has been sent, so it cannot be changed. Your text below is not saved; copy it if you need it',
  'year-not-begun': ({ beginsOn }: { readonly beginsOn: string }) =>
    `This year begins on ${dayText(beginsOn)}`,
  'report-too-early': ({ opensOn }: { readonly opensOn: string }) =>
    `The report can be sent from ${dayText(opensOn)}. Save it as a draft until then`,
};
