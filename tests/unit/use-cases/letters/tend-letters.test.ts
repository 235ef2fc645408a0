import { describe, expect, test } from 'vitest';
import { letterOf } from '#words/letters/letter.ts';
import { MOST_ATTEMPTS } from '#app/domain/letters/retry.ts';
import { outboxPage } from '#app/queries/administration/outbox-page.ts';
import { invitePerson } from '#app/use-cases/people/invite-person.ts';
import { acceptInvitation } from '#app/use-cases/accounts/accept-invitation.ts';
import { type LetterCommand, tendLetters } from '#app/use-cases/letters/tend-letters.ts';
import { giveUpLetter, holdLetters } from '#db/repositories/letters/letters-to-send.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { sentMail } from '#tests/support/sent-mail.ts';
import { personWith } from '#tests/support/services.ts';
import { team } from '#tests/support/team.ts';

const AT = '2027-03-01T09:00:00.000Z';

async function outbox() {
  const given = await team();
  const { services } = given;
  const administrator = personWith('charter-administrator', null, null);
  const queue = (id: string) =>
    services.engine.commit([
      queueLetter(
        id,
        letterOf({
          key: id,
          recipient: `${id}@example.org`,
          subject: id,
          paragraphs: [],
          link: null,
        }),
        AT,
      ),
    ]);
  const tend = (command: LetterCommand) => tendLetters(services, administrator, command);
  const states = async () => {
    const page = await outboxPage(services, administrator);
    return Object.fromEntries((page?.letters ?? []).map(({ id, state }) => [id, state]));
  };
  return { ...given, administrator, queue, tend, states };
}

describe('letters of a backup', () => {
  test('REL-15 are held until somebody releases them, one or all', async () => {
    const { services, queue, tend, states } = await outbox();
    for (const id of ['one', 'two', 'three']) await queue(id);
    await services.engine.commit([holdLetters(AT)]);
    expect(await states()).toEqual({ one: 'held', two: 'held', three: 'held' });
    expect(await sentMail(services)).toEqual([]);
    expect(await tend({ intent: 'release', letter: 'two' })).toMatchObject({ ok: true });
    expect((await sentMail(services)).map(({ id }) => id)).toEqual(['two']);
    expect(await tend({ intent: 'release', letter: 'two' })).toMatchObject({
      problem: { code: 'letter-gone' },
    });
    await tend({ intent: 'release-all' });
    expect((await sentMail(services)).map(({ id }) => id)).toEqual(['one', 'three']);
  });

  test('are taken out without being written anew', async () => {
    const { services, queue, tend, states } = await outbox();
    await queue('one');
    await services.engine.commit([holdLetters(AT)]);
    expect(await tend({ intent: 'discard', letter: 'one' })).toMatchObject({ ok: true });
    await queue('one');
    expect(await states()).toEqual({ one: 'given-up' });
    expect(await sentMail(services)).toEqual([]);
  });
});

test('a letter that was given up is tried again', async () => {
  const { services, queue, tend, states } = await outbox();
  await queue('one');
  await services.engine.commit([giveUpLetter('one', { attempts: MOST_ATTEMPTS, lastError: 'x' })]);
  expect(await states()).toEqual({ one: 'given-up' });
  expect(await sentMail(services)).toEqual([]);
  expect(await tend({ intent: 'try-again', letter: 'one' })).toMatchObject({ ok: true });
  expect((await sentMail(services)).map(({ id }) => id)).toEqual(['one']);
  expect(await tend({ intent: 'try-again', letter: 'one' })).toMatchObject({ ok: false });
  const events = services.engine.connection.prepare('select event from audit_events').pluck();
  expect(events.all()).toContain('letter-tried-again');
});

test('nobody but an administrator does anything with letters', async () => {
  const { services, lead, sponsor, queue, states } = await outbox();
  await queue('one');
  await services.engine.commit([holdLetters(AT)]);
  for (const actor of [lead, sponsor]) {
    expect(await tendLetters(services, actor, { intent: 'release-all' })).toMatchObject({
      problem: { code: 'not-allowed' },
    });
  }
  expect(await states()).toEqual({ one: 'held' });
});

test('where nothing is sent for real, the link of a letter is made for whoever reads it there', async () => {
  const { services, administrator, lead, tend } = await outbox();
  await invitePerson(services, lead, {
    email: 'new.person@example.org',
    membership: { role: 'contributor', organisation: 'north', department: 'therapies' },
  });
  const shown = async () => (await outboxPage(services, administrator))?.letters[0];
  const letter = (await shown())?.id ?? '';
  expect(await shown()).toMatchObject({ needsLink: true });
  expect(await tend({ intent: 'make-link', letter })).toMatchObject({ ok: true });
  expect(await shown()).toMatchObject({ needsLink: false });
  const token = /\/invitations\/([\w-]+)/.exec((await shown())?.text ?? '')?.[1] ?? '';
  const account = { email: 'new.person@example.org', name: 'Nye', password: 'walnut harbour lamp' };
  expect(await acceptInvitation(services, null, { token, account })).toMatchObject({ ok: true });

  const live = { ...services, config: { ...services.config, mode: 'production' as const } };
  expect(await tendLetters(live, administrator, { intent: 'make-link', letter })).toMatchObject({
    problem: { code: 'letter-gone' },
  });
});
