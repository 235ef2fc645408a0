// A list of awards as a table for spreadsheets.
import { REGISTER_COLUMNS } from '#words/award/award-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import { addressOf } from '#app/addresses.ts';
import { csvText } from '#app/domain/csv-text.ts';
import type { RegisterEntry } from '#app/queries/award/register-entry.ts';

const TITLES = [
  LABEL.number,
  LABEL.organisation,
  REGISTER_COLUMNS.odsCode,
  REGISTER_COLUMNS.nowCalled,
  REGISTER_COLUMNS.nowPartOf,
  LABEL.department,
  LABEL.charter,
  REGISTER_COLUMNS.charterVersion,
  LABEL.level,
  REGISTER_COLUMNS.awardedOn,
  LABEL.validUntil,
  REGISTER_COLUMNS.gracePeriodUntil,
  REGISTER_COLUMNS.state,
  REGISTER_COLUMNS.page,
];

/** The awards as CSV, a line for each. */
export function registerCsv(entries: readonly RegisterEntry[], origin: string): string {
  return csvText([
    TITLES,
    ...entries.map((entry) => [
      entry.number,
      entry.organisation.name,
      entry.organisation.odsCode ?? '',
      entry.organisation.nowCalled ?? '',
      entry.organisation.nowPartOf?.name ?? '',
      entry.department,
      entry.charter.title,
      entry.charter.version,
      entry.level.label,
      entry.awardedOn,
      entry.validUntil,
      entry.graceUntil ?? '',
      entry.state,
      `${origin}${addressOf('/awards/:award', { award: entry.number })}`,
    ]),
  ]);
}
