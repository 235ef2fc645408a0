import { expect, test } from 'vitest';
import { readMeetingForm } from '#app/routes/panel/meeting-form.ts';

function read(fields: Readonly<Record<string, string>>) {
  const sent = new FormData();
  for (const [name, value] of Object.entries({ version: '3', draft: '2', ...fields })) {
    sent.append(name, value);
  }
  return readMeetingForm(sent);
}

const asked = { statements: 'asked', reason: 'Seen.' };

test.each([
  ['a radio', { choice: '2' }, { choice: 2, ticked: undefined }, { choice: '2' }],
  [
    'ticks',
    { ...asked, 'tick-1-2': 'yes', 'tick-2-1': 'yes' },
    { choice: null, ticked: { 1: [2], 2: [1] } },
    { choice: '', ticked: 'tick-1-2 tick-2-1' },
  ],
  ['none of these', { ...asked, none: 'yes' }, { choice: 0, ticked: {} }, { choice: '0' }],
  [
    '‘not applicable’',
    { ...asked, rating: 'not-applicable' },
    { choice: 'not-applicable' },
    { choice: 'not-applicable' },
  ],
])('what is agreed is read from %s, and kept as a draft', (_, fields, agreed, draft) => {
  expect(read({ intent: 'agree', ...fields })).toMatchObject({
    ok: true,
    intent: 'agree',
    agreed: { ...agreed, readVersion: 3 },
    draft: { read: { draft: 2, agreed: 3 }, texts: draft },
  });
});

test('the button that ticks all up to a rating gives nothing', () => {
  expect(read({ ...asked, intent: 'agree', upTo: '2' })).toMatchObject({
    intent: 'tick',
    draft: { texts: { choice: '2', ticked: '', reason: 'Seen.' } },
  });
});

test('what was just ticked takes the place of what came ticked; both together are told', () => {
  const came = { ...asked, none: 'yes', cameTicked: 'none' };
  expect(read({ ...came, 'tick-1-1': 'yes' })).toMatchObject({
    agreed: { ticked: { 1: [1] } },
    typed: { ticked: 'tick-1-1' },
  });
  expect(read({ ...asked, none: 'yes', 'tick-1-1': 'yes' })).toMatchObject({
    ok: false,
    errors: { rating: /./ },
  });
});
