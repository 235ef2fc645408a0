import { expect, test } from 'vitest';
import { checkRoom } from '#app/domain/evidence/room-left.ts';

const DEPARTMENT = 2 * 1024 * 1024 * 1024;
const held = { items: 19, ofDepartment: DEPARTMENT - 10, ofOrganisation: 90, quota: 100 };
const room = { ok: true, value: null };

test('the last item, byte of a department and byte of an organisation still have room', () => {
  expect(checkRoom(held, 10)).toEqual(room);
});

test.each([
  [{ items: 20 }, { code: 'too-many-items', most: 20 }],
  [
    { ofDepartment: DEPARTMENT - 9 },
    { code: 'department-full', most: DEPARTMENT, has: DEPARTMENT - 9 },
  ],
  [{ ofOrganisation: 91 }, { code: 'organisation-full', most: 100, has: 91 }],
])('%# is refused', (parts, problem) => {
  expect(checkRoom({ ...held, ...parts }, 10)).toEqual({ ok: false, problem });
});

test('a link takes its place alone', () => {
  const full = { ...held, ofDepartment: DEPARTMENT, ofOrganisation: 100 };
  expect(checkRoom(full, null)).toEqual(room);
  expect(checkRoom({ ...full, items: 20 }, null).ok).toBe(false);
});
