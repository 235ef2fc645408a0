// The page for information governance says what the program asks.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { policyPage } from '#tests/policies/page.ts';

test('docs/who-may-do-what.md is what npm run policies writes from the tables', () => {
  expect(readFileSync('docs/who-may-do-what.md', 'utf8')).toBe(policyPage());
});
