// Files that are small to send and large to read, through the processes that read them: each is refused
// in words that say what there is too much of.
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadCharterLibrary } from '#app/adapters/charter-files/charter-library.ts';
import { checkDraftLength } from '#app/domain/assessment/draft-changes.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { importProblemText } from '#words/import-problem.ts';
import { readPlanRows } from '#app/queries/plan/plan-import.ts';
import { officeFiles } from '#app/adapters/workers/office.ts';
import { openWork } from '#app/adapters/workers/work.ts';
import { ROOT } from '#tests/support/command.ts';
import {
  HOSTILE_DOCUMENTS,
  HOSTILE_WORKBOOKS,
  ODD_DOCUMENTS,
  workbookWith,
} from '#tests/support/hostile-files.ts';

const work = openWork(() => {});
const office = officeFiles(work);
afterAll(() => work.close());

const ASKER = 'a';

/** A charter with the criteria that the documents name. */
async function mentoring(): Promise<Charter> {
  const { versions } = await loadCharterLibrary(path.join(ROOT, 'charter-criteria'));
  const found = versions.get('bme-mentoring@1.0.1');
  if (found === undefined) throw new Error('the charter is not there');
  return found.charter;
}

describe('a workbook with', () => {
  test.each(HOSTILE_WORKBOOKS)('%s is refused, and the limit is said', async (_, file, words) => {
    const read = await readPlanRows({ office }, { actions: [] }, { bytes: file(), asker: ASKER });
    expect(read.ok ? 'read' : importProblemText(read.problem)).toMatch(words);
  });

  test('its wanted sheet listed fifty times is read once', async () => {
    const cell = '<row><c t="inlineStr"><is><t>x</t></is></c></row>';
    const bytes = workbookWith(cell.repeat(4_000), { sheets: 50 });
    const read = await office.readXlsx(bytes, 'Actions', ASKER);
    expect(read.ok && read.value?.rows).toHaveLength(4_000);
  });

  test('an empty row at the very end of the sheet is read as if it ended before', async () => {
    const bytes = workbookWith(
      '<row r="1"><c t="inlineStr"><is><t>x</t></is></c></row><row r="1048576"><c r="XFD1048576"/></row>',
    );
    const read = await office.readXlsx(bytes, 'Actions', ASKER);
    expect(read.ok && read.value?.rows).toEqual([[{ kind: 'text', text: 'x' }]]);
  });
});

describe('a document with', () => {
  test.each(HOSTILE_DOCUMENTS)('%s is refused, and the limit is said', async (_, file, words) => {
    // As the page does: read elsewhere, then looked at before anything is compared.
    const read = await office.readDraft(file(), ASKER);
    const checked = read.ok ? checkDraftLength(read.value.places, await mentoring()) : read;
    expect(checked.ok ? 'read' : importProblemText(checked.problem)).toMatch(words);
  });

  test.each(ODD_DOCUMENTS)('%s is read within the limits, and holds no answer', async (_, file) => {
    expect(await office.readDraft(file(), ASKER)).toEqual({
      ok: true,
      value: { assessmentId: null, places: [] },
    });
  });
});
