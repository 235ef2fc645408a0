import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseForm } from '#app/http/forms/parse-form.ts';

const schema = z.object({
  content: z.string(),
  note: z.string().max(10).default(''),
  count: z.coerce.number().int().optional(),
  read: z.literal('yes', { error: 'Confirm it' }),
});

test('what a schema has no words for is told in plain ones, and its own words stay', () => {
  const form = new URLSearchParams({ note: 'x'.repeat(11), count: 'many' });
  const parsed = parseForm(form, schema);
  expect(parsed).toMatchObject({
    ok: false,
    errors: {
      content: expect.stringMatching(/^This is missing: /),
      note: 'Write at most 10 characters here',
      count: 'This is not right',
      read: 'Confirm it',
    },
  });
});
