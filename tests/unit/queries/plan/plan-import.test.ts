import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readXlsx } from '#app/adapters/office/xlsx-read.ts';
import { writeXlsx } from '#app/adapters/office/xlsx-write.ts';
import type { ActionFields } from '#app/domain/plan/action.ts';
import { importedPlan } from '#app/domain/plan/imported.ts';
import { EMPTY_ACTION } from '#app/domain/plan/per-field.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { type CellTrouble, type ReadCell, type ReadSheet, textCell } from '#app/domain/workbook.ts';
import { rowProblemText } from '#words/plan/row-problem.ts';
import { planImportPage, planRows } from '#app/queries/plan/plan-import.ts';
import { cellWords } from '#reports/plan-columns.ts';
import { planWorkbook } from '#reports/plan-workbook.ts';
import { anyAction } from '#tests/arbitraries/actions.ts';
import { answersOf, charterOf } from '#tests/support/charter-factory.ts';
import { worked } from '#tests/support/worked.ts';

const charter = charterOf({ criteria: [{ id: 'G1' }, { id: 'G2' }] });
const scorecard = scoreAssessment(charter, answersOf({ G1: 1 }));

type Fields = Partial<ActionFields> & Pick<ActionFields, 'objective'>;

function savedOf(fields: Fields, index: number) {
  return {
    ...EMPTY_ACTION,
    id: `a${index}`,
    carries: null,
    ...fields,
    position: index,
    version: index + 1,
    updatedAt: '2027-03-01T09:00:00.000Z',
    updatedBy: 'nia',
  } as const;
}

type Saved = ReturnType<typeof savedOf>;

/** The sheet of the plan after it was written and read. */
async function sheetOf(actions: readonly Saved[]): Promise<ReadSheet> {
  const workbook = planWorkbook({
    charter,
    scorecard,
    organisation: 'Trust',
    department: 'Therapies',
    actions,
    preparedOn: '2027-03-01',
  });
  const sheet = worked(await readXlsx(await writeXlsx(workbook), 'Actions'));
  if (sheet === null) throw new Error('no sheet of actions');
  return sheet;
}

function importOf(sheet: ReadSheet, actions: readonly Saved[]) {
  const rows = planRows(sheet, actions);
  if (!rows.ok) throw new Error(rows.problem.code);
  return importedPlan(rows.value.rows, actions, charter);
}

/** The sheet with cells replaced: [row, column title, cell]. */
function edited(
  sheet: ReadSheet,
  edits: readonly (readonly [number, string, ReadCell])[],
): ReadSheet {
  const titles = sheet.rows[0]?.map((cell) => (cell.kind === 'text' ? cell.text : '')) ?? [];
  const rows = sheet.rows.map((cells) => [...cells]);
  for (const [row, title, cell] of edits) {
    const column = titles.indexOf(title);
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length <= column) cells.push({ kind: 'empty' });
    cells[column] = cell;
  }
  return { ...sheet, rows };
}

const plan = [
  savedOf({ objective: 'Name a sponsor', criteria: ['G1'], owner: 'Nia' }, 0),
  savedOf({ objective: '=SUM(A1)', steps: ['Ask', 'Tell'], dueOn: '2027-09-30' }, 1),
];

/** A sheet of new actions with these cells beside an objective each. */
function sheetWith(title: string, texts: readonly string[]): ReadSheet {
  const titles = ['Id (do not change)', 'Objective', title].map(textCell);
  const rows = texts.map((text) => [textCell(''), textCell('Name a sponsor'), textCell(text)]);
  return { name: 'Actions', rows: [titles, ...rows] };
}

describe('SEC-60 a cell with far more than an action has', () => {
  const full = 32_700;
  const numbered = Array.from({ length: 5_000 }, (_, at) => `Z${at}`);
  const withCells = (title: string, cell: string, rows: number) =>
    importOf(sheetWith(title, Array<string>(rows).fill(cell)), []);

  test.each([
    ['Milestones', 'x\n'.repeat(full / 2), { field: 'milestones', code: 'too-many', most: 20 }],
    ['Milestones', 'x\n\n'.repeat(full / 3), { field: 'milestones', code: 'too-many', most: 20 }],
    ['Steps', 'x\r\n'.repeat(full / 3), { field: 'steps', code: 'too-many', most: 30 }],
    ['Steps', 'x'.repeat(full), { field: 'steps', code: 'too-long', most: 500 }],
    ['Criteria', numbered.join(' '), { field: 'criteria', code: 'too-many', most: 400 }],
    [
      'Status',
      'x'.repeat(full),
      { field: 'status', code: 'not-listed', value: `${'x'.repeat(60)}…` },
    ],
  ])('is one problem a row: %s (%#)', (title, cell, problem) => {
    for (const count of [10, 150]) {
      const { problems, changes } = withCells(title, cell, count);
      expect(changes).toEqual([]);
      expect(problems).toEqual(
        Array.from({ length: count }, (_, at) => ({ row: at + 2, code: 'field', problem })),
      );
    }
  });

  test('is read no further than its limit', () => {
    const cells = [
      ['Milestones', 'x\n'.repeat(full / 2)],
      ['Milestones', '\n'.repeat(full)],
      ['Steps', 'x\n'.repeat(full / 2)],
      ['Criteria', numbered.join(' ')],
    ] as const;
    for (const [title, cell] of cells) {
      const action = worked(planRows(sheetWith(title, [cell]), [])).rows[0]?.action;
      const entries = [action?.milestones, action?.steps, action?.criteria];
      expect(Math.max(...entries.map((list) => list?.length ?? 0)), title).toBeLessThan(402);
    }
  });

  test('of unknown criteria names the first, each as far as it can be read', () => {
    const words = Array.from({ length: 300 }, (_, at) => `Z${at}${'z'.repeat(90)}`);
    const { problems } = withCells('Criteria', words.join(' '), 1);
    expect(problems).toHaveLength(20);
    expect(JSON.stringify(problems).length).toBeLessThan(20 * 200);
  });

  test('loses nothing where only blank lines are many', () => {
    const cell = `2027-03-31 Begun${'\n'.repeat(5_000)}2027-06-30 [x] Done\u2028all`;
    expect(withCells('Milestones', cell, 1).changes).toMatchObject([
      { action: { milestones: [{ text: 'Begun' }, { on: '2027-06-30', text: 'Done all' }] } },
    ]);
  });

  test('is shown as so many problems as a person puts right; the others are counted', () => {
    const view = { actions: [], charter } as const;
    const rows = worked(
      planRows(sheetWith('Milestones', Array<string>(300).fill('x\n'.repeat(20))), []),
    );
    const page = planImportPage(view, rows);
    expect(page.problems).toHaveLength(200);
    expect(page.moreProblems).toBe(300 * 20 * 2 - 200);
  });

  test('is not looked at in a row whose id is no id of ours, however long the id', () => {
    const ids = Array.from({ length: 150 }, (_, at) => `${at}${'a'.repeat(32_000)}`);
    const sheet = sheetWith('Milestones', Array<string>(150).fill('x\n'.repeat(full / 2)));
    const rows = sheet.rows.map((cells, at) =>
      at === 0 ? cells : cells.with(0, textCell(ids[at - 1] ?? '')),
    );
    const read = worked(planRows({ ...sheet, rows }, plan)).rows;
    expect(
      read.every(({ id, action }) => (id?.length ?? 0) <= 100 && action.milestones.length === 0),
    ).toBe(true);
    expect(importedPlan(read, plan, charter)).toMatchObject({
      changes: [],
      missing: plan.map(({ id }) => ({ id })),
      problems: ids.map((_, at) => ({ row: at + 2, code: 'unknown-id' })),
    });
  });
});

describe('a spreadsheet that nobody changed', () => {
  test('changes nothing, whatever the plan holds', async () => {
    const anyPlan = fc
      .array(anyAction(charter, ['G1', 'G2']), { maxLength: 3 })
      .map((actions) => actions.map(savedOf));
    await fc.assert(
      fc.asyncProperty(anyPlan, async (actions) => {
        expect(importOf(await sheetOf(actions), actions)).toEqual({
          changes: [],
          unchanged: actions.length,
          missing: [],
          problems: [],
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a spreadsheet that was changed', () => {
  test('tells what is new, what changed and what is missing', async () => {
    const sheet = edited(await sheetOf(plan), [
      [1, 'Owner', textCell('Siân')],
      [1, 'Due date', { kind: 'date', day: '2028-02-29' }],
      [1, 'Milestones', textCell('31/3/2027 The board agrees\n2027-06-30 [X] Begun')],
      [3, 'Objective', textCell('A new one')],
      [3, 'Status', textCell('on track')],
    ]);
    const without = { name: sheet.name, rows: sheet.rows.toSpliced(2, 1) };
    const found = importOf(without, plan);
    expect(found).toMatchObject({ unchanged: 0, missing: [{ id: 'a1' }], problems: [] });
    expect(found.changes).toMatchObject([
      {
        saved: { id: 'a0' },
        fields: ['owner', 'dueOn', 'milestones'],
        outdated: false,
        action: {
          milestones: [
            { on: '2027-03-31', text: 'The board agrees', done: false },
            { on: '2027-06-30', text: 'Begun', done: true },
          ],
        },
      },
      { saved: null, action: { objective: 'A new one', status: 'on-track', priority: 'medium' } },
    ]);
  });

  test('tells each cell that is wrong, and lets no wrong row through', async () => {
    const sheet = edited(await sheetOf(plan), [
      [1, 'Due date', textCell('ongoing')],
      [1, 'Criteria', textCell('G1; Z9')],
      [2, 'Milestones', textCell('2027-06-30 [ ] Fine\ntbc [ ] When money is there')],
      [3, 'Id (do not change)', textCell('a0')],
      [3, 'Objective', textCell('A copied row')],
      [4, 'Id (do not change)', textCell('somewhere-else')],
    ]);
    const found = importOf(sheet, plan);
    expect(found.changes).toEqual([]);
    expect(found.problems).toMatchObject([
      { row: 2, problem: { field: 'criteria', code: 'not-listed', value: 'Z9' } },
      { row: 2, problem: { field: 'dueOn', code: 'open-ended' } },
      { row: 3, problem: { field: 'milestone-1-on', code: 'open-ended' } },
      { row: 4, code: 'repeated-id', first: 2 },
      { row: 5, code: 'unknown-id' },
    ]);
  });

  test('is outdated where someone changed the action meanwhile', async () => {
    const sheet = edited(await sheetOf(plan), [[1, 'Owner', textCell('Siân')]]);
    const now = plan.map((action) => ({ ...action, version: action.version + 1 }));
    const rows = planRows(sheet, now);
    const found = rows.ok ? importedPlan(rows.value.rows, now, charter) : null;
    expect(found?.changes).toMatchObject([{ fields: ['owner'], outdated: true }]);
  });

  test('may have lost columns: their fields are left alone', async () => {
    const sheet = await sheetOf(plan);
    const narrow = {
      name: sheet.name,
      rows: sheet.rows.map((row) => row.slice(0, 5)),
    };
    expect(importOf(narrow, plan)).toMatchObject({ changes: [], unchanged: 2 });
  });

  test('is no plan without its sheet or its ids', async () => {
    const sheet = await sheetOf(plan);
    expect(planRows(null, plan)).toMatchObject({ problem: { code: 'no-actions-sheet' } });
    const cut = { name: 'Actions', rows: sheet.rows.map((row) => row.slice(1)) };
    expect(planRows(cut, plan)).toMatchObject({ problem: { code: 'no-actions-sheet' } });
  });
});

describe('what people write in a cell', () => {
  const wide = charterOf({
    criteria: ['G1', 'G2', 'M4', 'M5', 'M6', 'M8', 'M10'].map((id) => ({ id })),
  });
  const found = (title: string, cell: string) => {
    const { rows, places } = worked(planRows(sheetWith(title, [cell]), []));
    return planImportPage({ actions: [], charter: wide }, { rows, places });
  };

  test.each([
    ['m4', ['M4']],
    ['M4/G1', ['M4', 'G1']],
    ['M4 & g1', ['M4', 'G1']],
    ['M4 and G1', ['M4', 'G1']],
    ['M4 \u2013 M8', ['M4', 'M5', 'M6', 'M8']],
    ['M4-M8', ['M4', 'M5', 'M6', 'M8']],
    ['m4 to m6, M10', ['M4', 'M5', 'M6', 'M10']],
    ['- G1\n- G2', ['G1', 'G2']],
    ['G1\u2014G2; G1', ['G1', 'G2']],
  ])('criteria %j are %j', (cell, criteria) => {
    expect(found('Criteria', cell).carried.rows).toMatchObject([{ action: { criteria } }]);
  });

  test.each([
    ['M4 \u2013 M9', 'M4\u2013M9'],
    ['M8-M4', 'M8-M4'],
    ['G1-M4', 'G1-M4'],
    ['all', 'all'],
  ])('criteria %j are told of, with those that there are', (cell, value) => {
    const page = found('Criteria', cell);
    expect(page.changes).toEqual([]);
    const [problem] = page.problems;
    if (problem === undefined) throw new Error('no problem');
    expect(rowProblemText(problem, problem.options)).toMatch(
      `\u2018${value}\u2019 is no criterion of this charter`,
    );
    expect(rowProblemText(problem, problem.options)).toMatch(/They are G1, G2, M4, M5/);
  });

  test.each([
    ['Completed', 'complete'],
    ['done', 'complete'],
    ['On-track', 'on-track'],
    ['NOT STARTED', 'not-started'],
  ])('the status %j is %s', (cell, status) => {
    expect(found('Status', cell).carried.rows).toMatchObject([{ action: { status } }]);
  });

  test.each([
    ['Status', 'In progress', 'Not started, On track, At risk, Off track, Complete'],
    ['Priority', 'Urgent', 'High, Medium, Low'],
  ])('another %s is told of, with the options', (title, cell, options) => {
    const [problem] = found(title, cell).problems;
    if (problem === undefined) throw new Error('no problem');
    expect(rowProblemText(problem, problem.options)).toBe(
      `\u2018${cell}\u2019 is none of the options: ${options}`,
    );
  });

  test.each([
    '31/3/2027',
    '31 3 2027',
    '31.03.2027',
    '31-3-2027',
    '31 March 2027',
    '31-Mar-2027',
    '2027-03-31',
  ])('the day %s is 31 March 2027', (cell) => {
    const dueOn = '2027-03-31';
    expect(found('Due date', cell).carried.rows).toMatchObject([{ action: { dueOn } }]);
  });

  test('numbers arrive as they are shown, and days in a text with their month', () => {
    const titles = ['Id (do not change)', 'Objective', 'Baseline', 'Target', 'Due date'];
    const rows = [
      textCell(''),
      textCell('Name a sponsor'),
      { kind: 'number', number: 0.25, shown: '25%' },
      { kind: 'date', day: '2027-03-31' },
      { kind: 'unclear', why: { code: 'format', format: 'ggge' }, day: '2027-03-31' },
    ] as const;
    const sheet = { name: 'Actions', rows: [titles.map(textCell), rows] };
    expect(importOf(sheet, []).changes).toMatchObject([
      { action: { baseline: '25%', target: '31 Mar 2027', dueOn: '2027-03-31' } },
    ]);
  });

  test('columns that are not read are named, and those that are not there', async () => {
    const sheet = await sheetOf(plan);
    const [titles = [], ...rest] = sheet.rows;
    const renamed = titles.map((cell) => (cellWords(cell) === 'Owner' ? textCell('Lead') : cell));
    const rows = [
      [...renamed, textCell('Objective')],
      ...rest.map((row) => [...row, textCell('x')]),
    ];
    const read = worked(planRows({ ...sheet, rows, hasComments: true }, plan));
    expect(planImportPage({ actions: plan, charter }, read)).toMatchObject({
      changes: [],
      unread: { others: ['Lead', 'Objective'], missing: ['Owner'], comments: true },
    });
    const whole = worked(planRows(sheet, plan));
    expect(planImportPage({ actions: plan, charter }, whole)).toMatchObject({
      unread: { others: [], missing: [], comments: false },
    });
  });

  test('cells that cannot be told are named, and leave their row out', async () => {
    const unclear = (why: CellTrouble): ReadCell => ({ kind: 'unclear', why });
    const sheet = edited(await sheetOf(plan), [
      [1, 'Owner', unclear({ code: 'formula' })],
      [1, 'Target', unclear({ code: 'format', format: '[>9]0' })],
      [1, 'Status', textCell('Half done')],
      [1, 'Objective', unclear({ code: 'damaged' })],
      [2, 'Id (do not change)', unclear({ code: 'error', error: '#REF!' })],
    ]);
    const { rows, places } = worked(planRows(sheet, plan));
    const page = planImportPage({ actions: plan, charter }, { rows, places });
    expect(page.changes).toEqual([]);
    expect(page.problems).toMatchObject([
      { cell: 'E2', column: 'Objective', why: { code: 'damaged' } },
      { cell: 'I2', column: 'Owner', why: { code: 'formula' } },
      { cell: 'Q2', column: 'Target' },
      { cell: 'S2', column: 'Status', problem: { code: 'not-listed' } },
      { cell: 'A3', column: 'Id (do not change)' },
    ]);
    const texts = page.problems.map((problem) => rowProblemText(problem, problem.options));
    expect(texts.join('\n')).toMatch(/result of this formula[^]*\[>9\]0[^]*error #REF!/);
  });
});
