import { expect, test } from 'vitest';
import { graceAtSignIn } from '#app/domain/policy/second-factor.ts';

const facts = { needed: true, has: false, provedThere: false, dueAt: null };
const DUE = '2027-03-15T09:00:00.000Z';

test('days of grace begin with the first sign-in that needs a factor, and not anew', () => {
  expect(graceAtSignIn(facts)).toBe('begins');
  expect(graceAtSignIn({ ...facts, dueAt: DUE })).toBe(null);
});

test('they end once there is a factor, or none is needed', () => {
  for (const part of [{ has: true }, { needed: false }]) {
    expect(graceAtSignIn({ ...facts, ...part, dueAt: DUE })).toBe('ends');
    expect(graceAtSignIn({ ...facts, ...part })).toBe(null);
  }
});

test('two factors at a provider change nothing of them', () => {
  expect(graceAtSignIn({ ...facts, provedThere: true })).toBe(null);
  expect(graceAtSignIn({ ...facts, provedThere: true, has: true, dueAt: DUE })).toBe(null);
});
