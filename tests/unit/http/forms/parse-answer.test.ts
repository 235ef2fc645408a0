import { expect, test } from 'vitest';
import { readAnswerForm } from '#app/http/forms/parse-answer.ts';

function read(fields: Readonly<Record<string, string>>) {
  const form = new FormData();
  const all = { statements: 'asked', version: '3', narrative: 'Every month.', ...fields };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return readAnswerForm(form);
}

const TICKED = { 'tick-1-1': 'yes', 'tick-1-2': 'yes', cameTicked: 'tick-1-1 tick-1-2' };

test('‘none of these yet’ clears all that was ticked', () => {
  const answer = read({ ...TICKED, none: 'yes' });
  expect(answer).toMatchObject({
    ok: true,
    value: { claimed: 0, ticked: {}, notApplicable: null },
  });
  expect(Object.keys(answer.typed)).not.toContain('tick-1-1');
});

test('‘not applicable’ takes the place of what was ticked, with its reason', () => {
  const answer = read({ ...TICKED, rating: 'not-applicable', justification: 'No trainees.' });
  expect(answer).toMatchObject({ value: { claimed: null, notApplicable: 'No trainees.' } });
  expect(Object.keys(answer.typed)).not.toContain('tick-1-1');
  expect(answer.typed).toMatchObject({ rating: 'not-applicable' });
});

test('a tick takes the place of ‘none of these yet’', () => {
  const answer = read({ 'tick-1-1': 'yes', none: 'yes', cameTicked: 'none' });
  expect(answer).toMatchObject({ ok: true, value: { claimed: null, ticked: { 1: [1] } } });
  expect(Object.keys(answer.typed)).not.toContain('none');
});

test('what is ticked at once and speaks against itself comes back whole', () => {
  const answer = read({ 'tick-1-1': 'yes', none: 'yes', cameTicked: '' });
  expect(answer).toMatchObject({ ok: false, errors: { rating: expect.stringMatching(/^Tick/) } });
  expect(answer.typed).toMatchObject({ 'tick-1-1': 'yes', none: 'yes' });
});

test('a choice of ‘tick all up to’ comes back with what was wrong beside it', () => {
  const answer = read({ ...TICKED, upTo: '3', justification: 'No trainees.' });
  expect(answer).toMatchObject({ ok: false, errors: { justification: expect.any(String) } });
  expect(answer.typed).toMatchObject({ upTo: '3' });
});
