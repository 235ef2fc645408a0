import { expect, test } from 'vitest';
import { createLog } from '#app/adapters/log.ts';

function logged(facts: Parameters<ReturnType<typeof createLog>>[1]): unknown {
  const lines: string[] = [];
  createLog(
    (line) => lines.push(line),
    () => new Date('2027-03-01T09:00:00Z'),
  )('said', facts);
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '');
}

test('SEC-78 one event is one line, whatever stands in it', () => {
  const reason = 'one\r\ntwo\u001B[31m","event":"other"';
  expect(logged({ reason })).toEqual({ at: '2027-03-01T09:00:00.000Z', event: 'said', reason });
});

test('an address that a mail server repeats is left out', () => {
  const reason = '550 5.1.1 <ada.obi+x@mail.example.org>: unknown; also Siân@ysbyty.cymru';
  expect(logged({ reason })).toMatchObject({ reason: '550 5.1.1 <…@…>: unknown; also …@…' });
  const stack = 'at node_modules/@react-router/node/index.js, react@19.3.1';
  expect(logged({ stack })).toMatchObject({ stack });
});

test('a long value is cut', () => {
  expect(logged({ text: 'a'.repeat(5000) })).toMatchObject({ text: `${'a'.repeat(2000)}…` });
});
