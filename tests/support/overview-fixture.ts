// Departments beside each other, as the overview’s documents are given them.
import type { OverviewTable } from '#reports/overview-input.ts';
import { input } from './report-fixture.ts';

const { charter, scorecard } = input;

const row: OverviewTable['rows'][number] = {
  id: 'one',
  department: 'Therapies and Rehabilitation',
  name: '',
  label: 'Therapies and Rehabilitation',
  charter: charter.title,
  charterName: scorecard.charter,
  state: 'draft',
  decided: null,
  level: 1,
  levelText: charter.levels[0]?.label ?? '',
  overall: scorecard.overall,
  coverage: { points: 20, available: 35 },
  dueOn: '2027-04-30',
  plan: { done: 1, all: 7, overdue: 2 },
  ready: 12,
  all: 35,
  sections: charter.sections.map(({ id, title }) => ({ id, title, share: 0.4, text: '40.0%' })),
  before: null,
};

/** Two departments of one trust under one charter. */
export const overviewInput: OverviewTable & { readonly charters: readonly [typeof charter] } = {
  name: 'Northfield Valley NHS Foundation Trust',
  today: '2026-11-28',
  rows: [row, { ...row, id: 'two', department: 'Pharmacy', label: 'Pharmacy', state: 'decided' }],
  charters: [charter],
};
