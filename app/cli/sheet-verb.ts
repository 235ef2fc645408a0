// The verb sheet: the criteria of a charter as a spreadsheet, and a spreadsheet back into a new folder.
import path from 'node:path';
import { charterIn, filesOf, type Mistake } from '#app/adapters/charter-files/charter-files.ts';
import { editedYaml } from '#app/adapters/charter-files/edit-yaml.ts';
import { writeNewFolder } from '#app/adapters/charter-files/new-folder.ts';
import { readYaml } from '#app/adapters/charter-files/yaml-file.ts';
import { pathAt } from '#app/adapters/charter-files/yaml-path-at.ts';
import { readXlsx } from '#app/adapters/office/xlsx-read.ts';
import { writeXlsx } from '#app/adapters/office/xlsx-write.ts';
import {
  type CellPlace,
  type SheetChanges,
  sheetChanges,
} from '#app/domain/charter/authoring/criteria-sheet.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { Place, type FileData } from '#app/domain/charter/view.ts';
import { cellName, type ReadSheet } from '#app/domain/workbook.ts';
import { columnTitle, CRITERIA_SHEET, sheetProblemText } from '#words/charters/sheet-words.ts';
import { importProblemText } from '#words/import-problem.ts';
import { columnsOf, criteriaWorkbook, shownCells } from './criteria-workbook.ts';
import { charterAt, readBytes } from './input.ts';
import { only, type Options, usage } from './options.ts';
import { otherSections, placeInOriginal, staleTranslations } from './sheet-remarks.ts';
import { CommandFailure, EXIT, mustNotBeInput, print, tell, writeOut } from './output.ts';

/** Without --from the sheet is written, with it the folder that it changes. */
export async function sheet(paths: readonly string[], options: Options): Promise<number> {
  const folder = only(paths, 'sheet');
  const { from, out } = options;
  if (!out) throw usage('sheet needs --out FILE.xlsx, or --from FILE.xlsx --out NEWFOLDER');
  const charter = await charterAt(folder);
  const files = await filesOf(folder);
  await mustNotBeInput(
    out,
    [...files.keys()].map((name) => path.join(folder, name)),
  );
  const given = { charter, sections: sectionsIn(files, charter) };
  return from === undefined
    ? writeSheet(given, out, options.force)
    : bringBack({ ...given, files }, { from, out });
}

type Files = ReadonlyMap<string, Uint8Array>;

/** The files of the charter's sections, in its order. */
function sectionsIn(files: Files, { sections }: Charter): readonly FileData[] {
  const all = [...files]
    .filter(([name]) => name.startsWith('sections/'))
    .map(([file, bytes]) => ({ file, data: readYaml(file, bytes).data }));
  const idOf = ({ file, data }: FileData) => new Place(file, [], data).at('id').data;
  return sections.flatMap(({ id }) => all.filter((file) => idOf(file) === id));
}

type Given = { readonly charter: Charter; readonly sections: readonly FileData[] };

async function writeSheet(
  { charter, sections }: Given,
  out: string,
  force: boolean,
): Promise<number> {
  const workbook = criteriaWorkbook(charter, sections);
  const bytes = await writeXlsx(workbook);
  await writeOut(out, bytes, { force });
  tell(CRITERIA_SHEET.written(out, workbook.sheets[0]?.rows.length ?? 0));
  return EXIT.ok;
}

async function bringBack(
  { charter, sections, files }: Given & { readonly files: Files },
  { from, out }: { readonly from: string; readonly out: string },
): Promise<number> {
  const read = await sheetIn(await readBytes(from));
  const found = sheetChanges(shownCells(read), { ...columnsOf(charter), sections });
  if (!found.ok) throw new CommandFailure(EXIT.findings, CRITERIA_SHEET.noSheet);
  const changes = found.value;
  for (const problem of changes.problems) {
    print(`${named(problem)}: ${problem.code} ${sheetProblemText(problem)}`);
  }
  if (changes.problems.length > 0) return EXIT.findings;
  tellLeftOut(read, changes);
  const idTitle = columnTitle({ name: 'id', rating: null }, []);
  for (const { place, text } of [
    ...otherSections(shownCells(read), charter, idTitle),
    ...staleTranslations(files, changes),
  ]) {
    tell(`${named(place)}: remark ${text}`);
  }
  const edited = editedFiles(files, changes);
  const { mistakes, remarks } = await charterIn(bytesOf(edited));
  const placed = (one: Mistake) => `${placeOf(one, edited, changes)}: `;
  for (const one of mistakes) print(`${placed(one)}${one.code} ${one.message}`);
  for (const one of remarks) tell(`${placed(one)}remark ${one.code} ${one.message}`);
  if (mistakes.length > 0) return EXIT.findings;
  const isNew = await writeNewFolder(out, edited).catch(() => {
    throw new CommandFailure(EXIT.io, `cannot write ${out}`);
  });
  if (!isNew) throw new CommandFailure(EXIT.refused, CRITERIA_SHEET.isThere(out));
  tell(CRITERIA_SHEET.changed(out, changes.edits.length));
  return EXIT.ok;
}

async function sheetIn(bytes: Uint8Array): Promise<ReadSheet> {
  const read = await readXlsx(bytes, CRITERIA_SHEET.name);
  if (!read.ok) throw new CommandFailure(EXIT.findings, importProblemText(read.problem));
  if (read.value === null) throw new CommandFailure(EXIT.findings, CRITERIA_SHEET.noSheet);
  return read.value;
}

function named({ row, column }: CellPlace): string {
  return `${CRITERIA_SHEET.name}!${cellName(row, column)}`;
}

function tellLeftOut(read: ReadSheet, { unread, missing }: SheetChanges): void {
  const head = shownCells(read)[0] ?? [];
  for (const place of unread) {
    const title = head[place.column];
    if (typeof title !== 'string' || title === CRITERIA_SHEET.section) continue;
    tell(`${named(place)}: remark ${CRITERIA_SHEET.unread(title)}`);
  }
  if (read.hasComments === true) tell(CRITERIA_SHEET.comments);
  if (missing.length > 0) tell(CRITERIA_SHEET.missing(missing));
}

type Edited = ReadonlyMap<string, string | Uint8Array>;

/** Every file of the folder; those with a change as text. */
function editedFiles(files: Files, { edits }: SheetChanges): Edited {
  return new Map(
    [...files].map(([name, bytes]) => {
      const own = edits.filter(({ file }) => file === name);
      return [name, own.length === 0 ? bytes : editedYaml(new TextDecoder().decode(bytes), own)];
    }),
  );
}

function bytesOf(files: Edited): Files {
  return new Map([...files].map(([name, content]) => [name, Buffer.from(content)]));
}

/** The cell that a mistake is in, or follows from; its file, line and column where the sheet does not hold it. */
function placeOf(mistake: Mistake, files: Edited, { cellOf }: SheetChanges): string {
  const { file, line, column } = mistake;
  const here = `${file}:${line}:${column}`;
  const content = files.get(file);
  if (content === undefined) return here;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const keys = pathAt(text, mistake);
  if (typeof content === 'string') {
    const cell = cellOf(file, keys);
    return cell === null ? here : named(cell);
  }
  const original = placeInOriginal(file, keys, bytesOf(files));
  const cell = original === null ? null : cellOf(original.file, original.path);
  return cell === null ? here : `${named(cell)}: ${here}`;
}
