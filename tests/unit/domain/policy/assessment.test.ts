import { expect, test } from 'vitest';
import type { Actor, Role } from '#app/domain/policy/actor.ts';
import { departmentsFor, mayResolveComment } from '#app/domain/policy/assessment.ts';

const place = { organisation: 'trust', department: 'ward' };
const actor = (id: string, role: Role): Actor => ({
  id,
  name: id,
  email: `${id}@example.org`,
  memberships: [{ role, ...place }],
});

test('a comment is dealt with by whoever answers, and by whoever wrote it', () => {
  const comment = { createdBy: 'sue' };
  const may = (one: Actor) => mayResolveComment(one, comment, place);
  expect(may(actor('ann', 'assessment-lead'))).toBe(true);
  expect(may(actor('bob', 'contributor'))).toBe(true);
  expect(may(actor('sue', 'executive-sponsor'))).toBe(true);
  expect(may(actor('ned', 'executive-sponsor'))).toBe(false);
  expect(
    mayResolveComment(actor('ann', 'assessment-lead'), comment, {
      ...place,
      organisation: 'other',
    }),
  ).toBe(false);
});

test('whoever leads a whole organisation erases for every department of it, others for their own', () => {
  const erases = (memberships: Actor['memberships']) =>
    departmentsFor({ ...actor('ann', 'assessment-lead'), memberships }, 'erase-file', 'trust');
  const lead = { role: 'assessment-lead', organisation: 'trust' } as const;
  expect(erases([{ ...lead, department: null }])).toBe(null);
  expect(
    erases([
      { ...lead, department: 'ward' },
      { ...lead, role: 'contributor', department: 'clinic' },
      { ...lead, organisation: 'other', department: 'lab' },
    ]),
  ).toEqual(['ward']);
});
