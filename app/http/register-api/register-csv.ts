// A list of awards as a table for spreadsheets.
import { addressOf } from '#app/addresses.ts';
import { csvText } from '#app/domain/csv-text.ts';
import type { RegisterEntry } from '#app/queries/award/register-entry.ts';

const TITLES = [
  'Number',
  'Organisation',
  'ODS code',
  'Now called',
  'Now part of',
  'Department',
  'Charter',
  'Charter version',
  'Level',
  'Awarded on',
  'Valid until',
  'Grace period until',
  'State',
  'Page',
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
