import { expect, test } from 'vitest';
import { readRatingForm } from '#app/routes/panel/rating-form.ts';

function form(fields: Readonly<Record<string, string>>): FormData {
  const sent = new FormData();
  for (const [name, value] of Object.entries({ version: '0', reason: 'Seen.', ...fields })) {
    sent.append(name, value);
  }
  return sent;
}

const said = { reason: 'Seen.', readVersion: 0 };

test.each([
  ['a radio', { choice: '2' }, { choice: 2 }],
  ['no radio', {}, { choice: null }],
  ['the radio ‘not applicable’', { choice: 'not-applicable' }, { choice: 'not-applicable' }],
  [
    'ticks',
    { statements: 'asked', 'tick-1-1': 'yes', 'tick-1-2': 'yes' },
    { choice: null, ticked: { 1: [1, 2] } },
  ],
  ['none of these', { statements: 'asked', none: 'yes' }, { choice: 0, ticked: {} }],
  ['all up to', { statements: 'asked', upTo: '3' }, { choice: 3, ticked: 'all' }],
  [
    '‘not applicable’ among ticks',
    { statements: 'asked', rating: 'not-applicable' },
    { choice: 'not-applicable', ticked: undefined },
  ],
])('a rating is read from %s', (_, fields, expected) => {
  expect(readRatingForm(form(fields))).toMatchObject({ ok: true, value: { ...expected, ...said } });
});

test('boxes that speak against each other are told', () => {
  const both = { statements: 'asked', none: 'yes', rating: 'not-applicable' };
  expect(readRatingForm(form(both))).toMatchObject({ ok: false, errors: { rating: /./ } });
});
