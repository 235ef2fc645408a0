// One field more in the catalogue and in its words, and nothing else: everything that is made of the catalogue
// has it. What it needs beyond that is a column and a place in the file of an assessment (action-fields.ts).
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { withoutNames } from '#app/domain/award/public-plan.ts';
import { PUBLIC_FIELDS } from '#app/domain/award/public-fields.ts';
import { checkAction } from '#app/domain/plan/check-action.ts';
import { differingFields } from '#app/domain/plan/differing-fields.ts';
import { importedPlan } from '#app/domain/plan/imported.ts';
import { EMPTY_ACTION } from '#app/domain/plan/per-field.ts';
import { savedAction } from '#app/domain/plan/saved-action.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { readActionForm, typedAction } from '#app/http/forms/parse-action.ts';
import { readPlanImportForm } from '#app/http/forms/plan-import-form.ts';
import { API_SCHEMAS } from '#app/http/register-api/register-schemas.ts';
import { planImportPage, planRows } from '#app/queries/plan/plan-import.ts';
import { publicFacts } from '#app/ui/award/public-facts.ts';
import { ActionForm } from '#app/ui/plan/action-form.tsx';
import { fieldErrors } from '#words/kit/field-problem-text.ts';
import { planBlocks } from '#reports/plan-blocks.ts';
import { planWorkbook } from '#reports/plan-workbook.ts';
import { charterOf } from '#tests/support/charter-factory.ts';

const { CANARY, WORDS } = vi.hoisted(() => ({
  CANARY: {
    name: 'canary',
    kind: 'text',
    most: 50,
    rows: 2,
    width: 31,
    readers: 'anyone',
    inDocument: 'part',
  },
  WORDS: { name: 'Canary', hint: 'What may get in its way', onAward: 'What may stop it' },
}));

vi.mock('#app/domain/plan/action-fields.ts', async (original) => {
  const catalogue = await original<typeof import('#app/domain/plan/action-fields.ts')>();
  return { ...catalogue, ACTION_FIELDS: [...catalogue.ACTION_FIELDS, CANARY] };
});
vi.mock('#words/plan/action-words.ts', async (original) => {
  const words = await original<typeof import('#words/plan/action-words.ts')>();
  return {
    ...words,
    actionWords: { ...words.actionWords, canary: WORDS },
    actionFieldNames: { ...words.actionFieldNames, canary: 'the canary' },
  };
});

const charter = charterOf({ criteria: [{ id: 'G1' }] });
const TYPED = 'Ffion Marchetti is away';
const action = {
  ...EMPTY_ACTION,
  canary: TYPED,
  id: 'a1',
  criteria: ['G1'],
  objective: 'Name a sponsor',
  owner: 'Ffion Marchetti, Head of Learning',
  carries: null,
  position: 0,
  version: 1,
  updatedAt: '2027-03-01T09:00:00.000Z',
  updatedBy: 'nia',
};

test('an action that nobody has filled in has it, empty', () => {
  expect(EMPTY_ACTION).toHaveProperty('canary', '');
});

test('the form shows it, and is read with it', () => {
  const page = renderToStaticMarkup(
    createElement(ActionForm, {
      id: 'a',
      back: '',
      title: 'Action 1',
      lead: null,
      choices: { charter: '', sections: [], keyPriorities: [] },
      version: 1,
      typed: typedAction(action),
      criteria: [],
      errors: {},
      draft: null,
      here: '',
      button: 'Save',
    }),
  );
  expect(page).toContain(`name="canary"`);
  for (const words of [WORDS.name, WORDS.hint, TYPED]) expect(page).toContain(words);
  const form = new FormData();
  form.append('canary', TYPED);
  expect(readActionForm(form).action).toHaveProperty('canary', TYPED);
});

test('it is tidied, has its limit, and its problem has words', () => {
  const kept = checkAction({ ...action, ...{ canary: ` ${TYPED}\r\n` } }, charter);
  expect(kept).toMatchObject({ ok: true, value: { canary: TYPED } });
  const long = checkAction({ ...action, ...{ canary: 'x'.repeat(51) } }, charter);
  if (long.ok) throw new Error('too long, and kept');
  expect(fieldErrors(long.problem)).toEqual({ canary: 'Shorten the canary to 50 characters' });
});

test('the database gives it back, and two versions of it differ', () => {
  expect(savedAction(action)).toHaveProperty('canary', TYPED);
  expect(differingFields(action, { ...action, ...{ canary: '' } })).toEqual(['canary']);
});

test('the spreadsheet has its column, and brings it back', () => {
  const [sheet] = planWorkbook({
    charter,
    scorecard: scoreAssessment(charter, { answers: new Map(), indicators: new Map() }),
    organisation: 'Trust',
    department: 'Therapies',
    actions: [action],
    preparedOn: '2027-03-01',
  }).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  expect(sheet.columns.at(-1)).toEqual({ title: 'Canary', width: 31 });
  const titles = sheet.columns.map(({ title }) => ({ kind: 'text', text: title }) as const);
  const rows = planRows({ name: 'Actions', rows: [titles, ...sheet.rows] }, [
    { ...action, ...{ canary: '' } },
  ]);
  if (!rows.ok) throw new Error(rows.problem.code);
  const view = { charter, actions: [{ ...action, ...{ canary: '' } }] };
  expect(importedPlan(rows.value.rows, view.actions, charter).changes).toMatchObject([
    { fields: ['canary'], action: { canary: TYPED } },
  ]);
  const { changes, carried } = planImportPage(view, rows.value);
  expect(changes[0]?.fields).toEqual([
    { field: 'canary', label: 'Canary', before: '', after: TYPED },
  ]);
  const form = new FormData();
  form.append('carried', JSON.stringify(carried));
  expect(readPlanImportForm(form)?.rows[0]?.action).toHaveProperty('canary', TYPED);
});

test('the document has it, for the team and for anyone', () => {
  for (const readers of ['team', 'anyone'] as const) {
    const blocks = planBlocks(charter, [action], readers);
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Canary');
    expect(blocks[at + 1]).toEqual({ kind: 'paragraph', style: 'body', text: TYPED });
  }
});

test('it is public without names: in the plan, on the page of the award and in its data', () => {
  const [shown] = withoutNames([action]);
  if (shown === undefined) throw new Error('no action');
  expect(shown).toHaveProperty('canary', '[name removed] is away');
  expect(publicFacts(shown)).toContainEqual({
    field: 'canary',
    label: 'What may stop it',
    text: '[name removed] is away',
  });
  expect(PUBLIC_FIELDS).toContain(CANARY);
  const { schemas } = z.toJSONSchema(API_SCHEMAS);
  expect(schemas['Action']?.required).toContain('canary');
  expect(schemas['Action']?.properties?.['canary']).toEqual({ type: 'string' });
});
