// What a sheet that is brought back leaves as it was, and should be told of: sections, and translations of texts that it
// changes; and the cell that a mistake in a translation follows from.
import { translationOf } from '#app/adapters/charter-files/translation-files.ts';
import { readYaml } from '#app/adapters/charter-files/yaml-file.ts';
import type {
  CellPlace,
  SheetChanges,
  ShownCell,
  TextEdit,
} from '#app/domain/charter/authoring/criteria-sheet.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Path } from '#app/domain/charter/finding.ts';
import { englishName } from '#app/domain/charter/translation/language-tag.ts';
import { Place } from '#app/domain/charter/view.ts';
import { CRITERIA_SHEET } from '#words/charters/sheet-words.ts';

export type SheetRemark = { readonly place: CellPlace; readonly text: string };

/** Cells that name another section than the one that their criterion is in. */
export function otherSections(
  rows: readonly (readonly ShownCell[])[],
  { sections }: Charter,
  idTitle: string,
): readonly SheetRemark[] {
  const [head = [], ...cells] = rows;
  const [section, id] = [columnOf(head, CRITERIA_SHEET.section), columnOf(head, idTitle)];
  if (section === -1) return [];
  const titles = new Map(
    sections.flatMap(({ title, criteria }) => criteria.map((one) => [one.id, title] as const)),
  );
  return cells.flatMap((row, index) => {
    const [named, of] = [textAt(row, section), textAt(row, id)];
    const title = titles.get(of);
    if (title === undefined || named === '' || named === title) return [];
    return [
      { place: { row: index + 1, column: section }, text: CRITERIA_SHEET.sectionStays(of, title) },
    ];
  });
}

function columnOf(head: readonly ShownCell[], title: string): number {
  return head.findIndex(
    (cell) => typeof cell === 'string' && cell.trim().toLowerCase() === title.toLowerCase(),
  );
}

function textAt(row: readonly ShownCell[], at: number): string {
  const cell = row[at] ?? '';
  return typeof cell === 'string' ? cell.trim() : '';
}

type Files = ReadonlyMap<string, Uint8Array>;

/** Changed texts of which a translation still says the earlier one. */
export function staleTranslations(
  files: Files,
  { edits, cellOf }: Pick<SheetChanges, 'edits' | 'cellOf'>,
): readonly SheetRemark[] {
  return [...files].flatMap(([name, bytes]) => {
    const translation = translationOf(name);
    const own = edits.filter(({ file, value }) => file === translation?.of && value !== null);
    if (translation === null || own.length === 0) return [];
    const original = dataOf(files, translation.of);
    const { data, locate } = readYaml(name, bytes);
    return own.flatMap((edit): readonly SheetRemark[] => {
      const found = translated(edit, original, new Place(name, [], data));
      const cell = cellOf(edit.file, edit.path);
      if (found === null || cell === null) return [];
      const { line, column } = locate({ ...found, on: 'value', code: '', message: '' });
      const at = `${name}:${line}:${column}`;
      return [{ place: cell, text: CRITERIA_SHEET.stale(englishName(translation.language), at) }];
    });
  });
}

function dataOf(files: Files, name: string): Place {
  return new Place(name, [], readYaml(name, files.get(name) ?? new Uint8Array()).data);
}

/** Where a translation has a text that was changed; null = it has none there. */
function translated({ path }: TextEdit, original: Place, translation: Place): Place | null {
  const [list, index, ...keys] = path;
  if (typeof list !== 'string' || typeof index !== 'number') return null;
  const { data: id } = original.at(list).items()[index]?.at('id') ?? { data: undefined };
  const criterion = translation
    .at(list)
    .items()
    .find((one) => id !== undefined && one.at('id').data === id);
  const found = keys.reduce<Place | undefined>((at, key) => at?.at(String(key)), criterion);
  return found?.present === true ? found : null;
}

/** The same place in the file of the charter itself, for a place in a translation of it. */
export function placeInOriginal(
  name: string,
  path: Path,
  files: Files,
): { readonly file: string; readonly path: Path } | null {
  const translation = translationOf(name);
  const [list, index, ...keys] = path;
  if (translation === null || typeof list !== 'string' || typeof index !== 'number') return null;
  const { data: id } = dataOf(files, name).at(list).items()[index]?.at('id') ?? { data: undefined };
  const at = dataOf(files, translation.of)
    .at(list)
    .items()
    .findIndex((one) => id !== undefined && one.at('id').data === id);
  return at === -1 ? null : { file: translation.of, path: [list, at, ...keys] };
}
