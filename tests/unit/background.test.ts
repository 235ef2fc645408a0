import { expect, test } from 'vitest';
import { startBackground } from '#app/background.ts';
import { letterOf } from '#words/letters/letter.ts';
import type { MailResult } from '#app/ports.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { outbox } from '#db/tables-together.ts';
import { testServices } from '#tests/support/services.ts';

const AT = '2027-03-01T09:00:00.000Z';

test('REL-23 a stop waits for the letter under way, notes that it went, and begins no other', async () => {
  const services = await testServices();
  const letters = ['first', 'second'].map((key) =>
    queueLetter(
      key,
      letterOf({ key, recipient: `${key}@example.org`, subject: key, paragraphs: [], link: null }),
      AT,
    ),
  );
  await services.engine.commit(letters);
  const begun = Promise.withResolvers<string>();
  const answer = Promise.withResolvers<MailResult>();
  const tried: string[] = [];
  const stop = startBackground({
    ...services,
    sendMail: (mail) => {
      tried.push(mail.id);
      begun.resolve(mail.id);
      return answer.promise;
    },
  });
  await begun.promise;
  let stopped = false;
  const stopping = stop().then(() => {
    stopped = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).toBe(false);
  answer.resolve({ ok: true });
  await stopping;
  expect(tried).toEqual(['first']);
  const rows = await services.engine.db.select().from(outbox);
  expect(rows.map(({ id, sentAt }) => [id, sentAt !== null])).toEqual([
    ['first', true],
    ['second', false],
  ]);
});
