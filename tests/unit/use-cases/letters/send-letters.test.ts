import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { SERVICE_NAME } from '#words/kit/service-name.ts';
import { createSendMail } from '#app/adapters/mail/mail.ts';
import { letterOf } from '#words/letters/letter.ts';
import { minutesToWait, MOST_ATTEMPTS } from '#app/domain/letters/retry.ts';
import type { Services } from '#app/services.server.ts';
import { commentOnCriterion } from '#app/use-cases/assessment/comment-on-criterion.ts';
import { sendLetters } from '#app/use-cases/letters/send-letters.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { outbox } from '#db/tables-together.ts';
import { type Manner, smtpServer } from '#tests/support/smtp-server.ts';
import { testServices } from '#tests/support/services.ts';
import { team } from '#tests/support/team.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const START = Date.parse('2027-03-01T09:00:00.000Z');

async function mailing(manner: Manner, given?: Services) {
  const server = await smtpServer(manner);
  closing.push(server.close);
  const time = { now: START };
  const from = 'no-reply@charter.example';
  const logged: object[] = [];
  const services: Services = {
    ...(given ?? (await testServices())),
    clock: () => new Date(time.now),
    sendMail: createSendMail({ url: server.url, from, name: SERVICE_NAME, milliseconds: 400 }),
    log: (event, facts) => logged.push({ event, ...facts }),
  };
  const queue = (key: string, recipient = 'sian@example.org', subject = 'Something waits') =>
    services.engine.commit([
      queueLetter(
        services.newId(),
        letterOf({ key, recipient, subject, paragraphs: ['Siân, please look.'], link: null }),
        new Date(time.now).toISOString(),
      ),
    ]);
  const letters = () => services.engine.db.select().from(outbox);
  return { server: server.state, time, services, queue, letters, logged };
}

describe('letters go out', () => {
  test('once each, with its date, a Message-ID of its own and both texts; the text is not kept', async () => {
    const { server, services, queue, letters, time } = await mailing('accepts');
    await queue('one');
    await queue('one');
    await queue('two');
    expect(await sendLetters(services)).toEqual({ sent: 2, failed: 0 });
    time.now += 24 * 3_600_000;
    expect(await sendLetters(services)).toEqual({ sent: 0, failed: 0 });
    expect(server.received).toHaveLength(2);
    const [first] = server.received;
    const ids = server.received.map(
      ({ data }) => /^Message-ID: <(.+)@charter\.example>$/m.exec(data)?.[1],
    );
    // Both were written in one millisecond, so either may have gone first.
    expect(ids.toSorted()).toEqual((await letters()).map(({ id }) => id).toSorted());
    expect(first?.to).toEqual(['sian@example.org']);
    expect(first?.data).toContain('Date: Mon, 01 Mar 2027 09:00:00 +0000');
    expect(first?.data).toContain('Auto-Submitted: auto-generated');
    expect(first?.data).toContain('List-ID:');
    expect(first?.data).toMatch(/text\/plain[\s\S]*text\/html/);
    expect((await letters()).every(({ text, html, sentAt }) => text + html === '' && sentAt)).toBe(
      true,
    );
  });

  test('with one click to switch them off where there is one, and without where there is none', async () => {
    const { server, services, queue, letters } = await mailing('accepts');
    await queue('plain');
    const unsubscribe = 'https://charter.example/reminders/a.b';
    const letter = letterOf({
      key: 'reminder',
      recipient: 'sian@example.org',
      subject: 'It closes',
      paragraphs: ['Soon.'],
      link: null,
      unsubscribe,
    });
    await services.engine.commit([queueLetter('reminder', letter, '2027-03-01T09:00:00.000Z')]);
    await sendLetters(services);
    const [reminder, plain] = server.received
      .map(({ data }) => data)
      .toSorted((one) => (one.includes('It closes') ? -1 : 1));
    expect(reminder).toContain(`List-Unsubscribe: <${unsubscribe}>`);
    expect(reminder).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(plain).not.toContain('Unsubscribe');
    expect((await letters()).map((one) => one.unsubscribe)).toEqual([null, null]);
  });

  test('two senders at once send each letter once', async () => {
    const { server, services, queue } = await mailing('accepts');
    for (const key of ['one', 'two', 'three']) await queue(key);
    await Promise.all([sendLetters(services), sendLetters(services), sendLetters(services)]);
    expect(server.received).toHaveLength(3);
  });

  test('no header can be smuggled in by a subject, and no second address by an address', async () => {
    const { server, services, queue } = await mailing('accepts');
    await queue('one', 'a@example.org', 'Hello\r\nBcc: b@example.org\r\n\r\nx');
    await queue('two', 'c@example.org, d@example.org');
    await queue('three', 'e@example.org\r\nBcc: all@example.org');
    expect(await sendLetters(services)).toEqual({ sent: 1, failed: 2 });
    const [{ data, to } = { data: '', to: [] }] = server.received;
    expect(to).toEqual(['a@example.org']);
    const [head = ''] = data.split('\n\n');
    expect(head).toContain('Subject: Hello Bcc: b@example.org x');
    expect(head).not.toMatch(/^(?:Bcc|Cc):/im);
  });

  test('a letter that was taken on and not sent, because the process died, is tried again later', async () => {
    const { server, services, queue, letters, time } = await mailing('accepts');
    await queue('one');
    const [{ id } = { id: '' }] = await letters();
    const nextAt = new Date(time.now + 60_000).toISOString();
    await services.engine.db.update(outbox).set({ attempts: 1, nextAt }).where(eq(outbox.id, id));
    await sendLetters(services);
    expect(server.received).toHaveLength(0);
    time.now += 61_000;
    await sendLetters(services);
    expect(server.received).toHaveLength(1);
  });
});

describe('a bad mail server makes letters wait and fails nothing', () => {
  test.each<[Manner, string]>([
    ['hangs', 'unreachable'],
    ['hangs-at-the-end', 'unreachable'],
    ['drops', 'unreachable'],
    ['refuses-for-now', 'refused'],
  ])('%s', async (manner, why) => {
    const { server, services, queue, letters, time, logged } = await mailing(manner);
    await queue('one');
    const started = performance.now();
    expect(await sendLetters(services)).toEqual({ sent: 0, failed: 1 });
    expect(performance.now() - started).toBeLessThan(3000);
    const [waiting] = await letters();
    expect(waiting).toMatchObject({ attempts: 1, sentAt: null });
    expect(waiting?.nextAt).toBe(new Date(START + 60_000).toISOString());
    expect(logged).toMatchObject([{ event: 'letter-not-sent', why }]);
    expect(JSON.stringify(logged)).not.toContain('sian@example.org');

    // Not before its time; then it goes, once.
    server.manner = 'accepts';
    const before = server.received.length;
    await sendLetters(services);
    expect(server.received).toHaveLength(before);
    time.now += 61_000;
    expect(await sendLetters(services)).toEqual({ sent: 1, failed: 0 });
    expect(server.received).toHaveLength(before + 1);
  });

  test('an address that is refused for good is not tried again, and holds nobody up', async () => {
    const { server, services, queue, letters, time } = await mailing('refuses-for-good');
    await queue('one');
    await sendLetters(services);
    expect(await letters()).toMatchObject([{ attempts: MOST_ATTEMPTS, sentAt: null }]);
    server.manner = 'accepts';
    time.now += 30 * 24 * 3_600_000;
    await queue('two');
    expect(await sendLetters(services)).toEqual({ sent: 1, failed: 0 });
  });

  test('where nobody answers one letter is tried and the others wait', async () => {
    const { server, services, queue } = await mailing('hangs');
    for (const key of ['one', 'two', 'three']) await queue(key);
    expect(await sendLetters(services)).toEqual({ sent: 0, failed: 1 });
    expect(server.connections).toBe(1);
  });

  test('a server that is not there at all', async () => {
    const { services, queue } = await mailing('accepts');
    const sendMail = createSendMail({
      url: 'smtp://127.0.0.1:1',
      from: 'a@b.example',
      name: SERVICE_NAME,
    });
    await queue('one');
    expect(await sendLetters({ ...services, sendMail })).toEqual({ sent: 0, failed: 1 });
  });

  test('what people do goes through while the server hangs', async () => {
    const { services: base, assessmentId, lead, viewer } = await team();
    const { services } = await mailing('hangs', base);
    const command = { assessmentId, criterion: 'G1', text: 'Look', mentions: [lead.id] };
    const started = performance.now();
    expect(await commentOnCriterion(services, viewer, command)).toMatchObject({ ok: true });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('without a mail server everything waits', async () => {
    const { services, queue, letters } = await mailing('accepts');
    await queue('one');
    expect(await sendLetters({ ...services, sendMail: null })).toEqual({ sent: 0, failed: 0 });
    expect(await letters()).toMatchObject([{ attempts: 0, sentAt: null }]);
  });
});

test('waits grow from a minute to six hours, and give up after about three days', () => {
  expect([1, 2, 3, 9, 10, 20].map(minutesToWait)).toEqual([1, 2, 4, 256, 360, 360]);
  const all = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, index) => minutesToWait(index + 1));
  const hours = all.reduce((sum, minutes) => sum + minutes, 0) / 60;
  expect(hours).toBeGreaterThan(60);
  expect(hours).toBeLessThan(84);
});
