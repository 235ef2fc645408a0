import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { closeAccount } from '#app/use-cases/people/close-account.ts';
import { removeRole } from '#app/use-cases/people/administer-roles.ts';
import { inviteAfterADay } from '#app/use-cases/people/invite-after-a-day.ts';
import { sendLetters } from '#app/use-cases/letters/send-letters.ts';
import { setContact } from '#app/use-cases/people/set-contact.ts';
import { askForLead, objectByLetter, objectToChange } from '#app/use-cases/people/step-in.ts';
import { listRolesOf } from '#db/repositories/people/places.ts';
import { done } from '#tests/support/review.ts';
import { sentMail, tokenIn } from '#tests/support/sent-mail.ts';
import { team } from '#tests/support/team.ts';

const HOUR = 60 * 60_000;
const NEW_LEAD = 'new.lead@north.example';
const CONTACT = 'board@north.example';

async function left() {
  const given = await team();
  const time = { now: given.services.clock().getTime() };
  const config = { ...given.services.config, smtpUrl: 'smtp://mail.example' };
  const services: Services = { ...given.services, config, clock: () => new Date(time.now) };
  const administrator = await given.join('Bethan Administrator', 'charter-administrator', [
    null,
    null,
  ]);
  const ask = (over: object = {}) =>
    askForLead(services, administrator, {
      organisation: 'north',
      department: null,
      email: NEW_LEAD,
      reason: 'Niamh has left the trust, and nobody else may name a lead.',
      ...over,
    });
  const invited = () =>
    services.engine.connection.prepare('select email, role from invitations').all();
  return { ...given, services, time, administrator, ask, invited };
}

describe('SEC-14 the body steps in where the lead has left', () => {
  test('leads, sponsors and the contact have a letter at once, the invitation goes out a day later', async () => {
    const { services, time, lead, sponsor, administrator, ask, invited } = await left();
    done(await setContact(services, lead, { organisation: 'north', email: CONTACT }));
    await sentMail(services);
    done(await ask());
    const mails = await sentMail(services);
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(
      [lead.email, sponsor.email, CONTACT].toSorted(),
    );
    for (const { text } of mails) {
      expect(text).toContain(administrator.name);
      expect(text).toContain(NEW_LEAD);
      expect(text).toContain('Niamh has left the trust');
      // A day after 1 March 2027 at 9:00.
      expect(text).toContain('2 March 2027 at 09:00');
    }
    time.now += 24 * HOUR - 1;
    expect(await inviteAfterADay(services)).toEqual({ invited: 0 });
    expect(invited()).toEqual([]);
    time.now += 1;
    expect(await inviteAfterADay(services)).toEqual({ invited: 1 });
    expect(invited()).toEqual([{ email: NEW_LEAD, role: 'assessment-lead' }]);
    expect(await inviteAfterADay(services)).toEqual({ invited: 0 });
    const [mail] = await sentMail(services);
    expect(mail?.recipient).toBe(NEW_LEAD);
  });

  test('each of them can object with the letter alone, and then nobody is invited', async () => {
    const { services, time, ask, invited } = await left();
    done(await ask());
    const [mail] = await sentMail(services);
    if (mail === undefined) throw new Error('no letter went out');
    const token = tokenIn(mail, '/role-changes/');
    expect(await objectByLetter(services, null, `${token}x`)).toMatchObject({
      problem: { code: 'not-found' },
    });
    done(await objectByLetter(services, null, token));
    expect(await objectByLetter(services, null, token)).toMatchObject({
      problem: { code: 'over' },
    });
    time.now += 48 * HOUR;
    expect(await inviteAfterADay(services)).toEqual({ invited: 0 });
    expect(invited()).toEqual([]);
  });

  test('a lead or a sponsor objects on the page; nobody else of the organisation does', async () => {
    const { services, sponsor, contributor, viewer, stranger, ask } = await left();
    const { id } = done(await ask());
    for (const actor of [contributor, viewer, stranger]) {
      expect(await objectToChange(services, actor, id)).toMatchObject({
        problem: { code: 'not-found' },
      });
    }
    expect(await objectToChange(services, sponsor, id)).toMatchObject({ ok: true });
  });

  test('while no letter has gone out, nothing takes effect', async () => {
    const { services, time, ask, invited } = await left();
    done(await ask());
    const sendMail: Services['sendMail'] = async () => ({
      ok: false,
      why: 'unreachable',
      reason: 'TIMEOUT',
    });
    await sendLetters({ ...services, sendMail });
    time.now += 48 * HOUR;
    expect(await inviteAfterADay(services)).toEqual({ invited: 0 });
    expect(invited()).toEqual([]);
    await sentMail(services);
    expect(await inviteAfterADay(services)).toEqual({ invited: 1 });
  });

  test('taking roles away or closing accounts first silences nobody', async () => {
    const { services, lead, sponsor, administrator, ask } = await left();
    const [held] = await listRolesOf(services.engine.db, lead.id);
    const command = { person: lead.id, membership: held?.membership.id ?? '' };
    done(await removeRole(services, administrator, command));
    done(await closeAccount(services, administrator, { person: sponsor.id }));
    await sentMail(services);
    done(await ask());
    const mails = await sentMail(services);
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(
      [lead.email, sponsor.email].toSorted(),
    );
  });

  test('where nobody could object, nothing is asked', async () => {
    const { services, ask } = await left();
    services.engine.connection
      .prepare("delete from memberships where organisation_id = 'north'")
      .run();
    expect(await ask()).toEqual({ ok: false, problem: { code: 'nobody-to-tell' } });
  });

  test('one waits at a time, needs a reason, is not for oneself, and an administrator asks', async () => {
    const { services, administrator, lead, ask } = await left();
    const code = async (asked: ReturnType<typeof ask>) => {
      const result = await asked;
      return result.ok ? 'asked' : result.problem.code;
    };
    expect(await code(ask({ reason: ' \n ' }))).toBe('reason-wrong');
    expect(await code(ask({ email: administrator.email.toUpperCase() }))).toBe('own-role');
    expect(await code(ask({ organisation: 'nowhere' }))).toBe('not-found');
    expect(await code(ask({ department: 'pharmacy' }))).toBe('not-found');
    const command = { organisation: 'north', department: null, email: NEW_LEAD, reason: 'x' };
    expect(await code(askForLead(services, lead, command))).toBe('not-allowed');
    expect(await code(ask())).toBe('asked');
    expect(await code(ask({ email: 'another@north.example' }))).toBe('waits-already');
  });
});

describe('the contact on record', () => {
  test('is set by leads and sponsors; the one before and the others hear of it', async () => {
    const { services, lead, sponsor, administrator, contributor } = await left();
    const set = (actor: Actor, email: string) =>
      setContact(services, actor, { organisation: 'north', email });
    done(await set(lead, CONTACT));
    await sentMail(services);
    done(await set(sponsor, 'Other@North.example'));
    const mails = await sentMail(services);
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(
      [lead.email, CONTACT, 'other@north.example'].toSorted(),
    );
    for (const actor of [administrator, contributor]) {
      expect(await set(actor, 'mine@example.org')).toMatchObject({
        problem: { code: 'not-found' },
      });
    }
  });
});
