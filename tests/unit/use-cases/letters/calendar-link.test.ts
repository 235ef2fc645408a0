import { describe, expect, test } from 'vitest';
import { calendarFeed } from '#app/queries/letters/calendar-feed.ts';
import { addAction } from '#app/use-cases/plan/add-action.ts';
import { makeCalendarLink, removeCalendarLink } from '#app/use-cases/letters/calendar-link.ts';
import { declareInterest } from '#app/use-cases/review/declare-interest.ts';
import { linkId } from '#app/use-cases/accounts/create-password-link.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { deleteMembership } from '#db/repositories/people/places.ts';
import { insertRound, setRound } from '#db/repositories/administration/round-rows.ts';
import { calendarLinks } from '#db/tables-together.ts';
import { draftOf } from '#tests/support/action-draft.ts';
import { openedReview } from '#tests/support/review.ts';
import { team } from '#tests/support/team.ts';

async function dated() {
  const given = await team();
  const { services, assessmentId, lead } = given;
  await services.engine.commit([
    insertRound({
      id: 'spring',
      name: 'Spring 2027; part 1, early',
      charter: 'bme-mentoring@1.0.0',
      opensAt: '2027-03-01T09:00:00.000Z',
      closesAt: '2027-05-14T11:00:00.000Z',
      createdAt: '2027-01-01T09:00:00.000Z',
      createdBy: 'someone',
      version: 1,
    }),
    setRound(assessmentId, 'spring'),
  ]);
  const action = draftOf({
    objective: 'Pair staff\nBEGIN:VEVENT',
    startOn: null,
    dueOn: '2027-09-30',
  });
  expect(await addAction(services, lead, { assessmentId, action })).toMatchObject({ ok: true });
  const icsOf = async (token: string) => {
    const calendar = await calendarFeed(services, linkId(token));
    return calendar === null ? null : services.renderCalendar(calendar);
  };
  const feedOf = async (actor: Actor) => {
    const { token } = await makeCalendarLink(services, actor);
    return (await icsOf(token)) ?? '';
  };
  return { ...given, icsOf, feedOf };
}

describe('a calendar of one’s dates', () => {
  test('closing times stand in London time, with the rules of the zone and two alarms', async () => {
    const { feedOf, assessmentId, contributor } = await dated();
    const ics = await feedOf(contributor);
    expect(ics).toContain('DTSTART;TZID=Europe/London:20270514T120000');
    expect(ics).toContain('TZID:Europe/London\r\nBEGIN:DAYLIGHT');
    expect(ics.match(/TRIGGER:-P(?:7D|1D)/g)).toEqual(['TRIGGER:-P7D', 'TRIGGER:-P1D']);
    expect(ics).toContain(`UID:closing-${assessmentId}-spring@`);
    expect(ics).toContain('SUMMARY:Spring 2027\\; part 1\\, early closes: therapies');
    expect(ics.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  test('a lead has the actions that are due, others have not; a text makes no event of its own', async () => {
    const { feedOf, lead, viewer, stranger } = await dated();
    const ics = await feedOf(lead);
    expect(ics).toContain('DTSTART;VALUE=DATE:20270930');
    expect(ics.match(/^BEGIN:VEVENT\r?$/gm)).toHaveLength(2);
    expect((await feedOf(viewer)).match(/^BEGIN:VEVENT\r?$/gm)).toHaveLength(1);
    expect(await feedOf(stranger)).not.toContain('VEVENT');
  });

  test('the same dates have the same names each time', async () => {
    const { feedOf, lead } = await dated();
    const uids = (ics: string) => ics.match(/^UID:.*$/gm);
    expect(uids(await feedOf(lead))).toEqual(uids(await feedOf(lead)));
  });

  test('only the hash of the token is stored; a new address ends the old one, and removing ends all', async () => {
    const { services, icsOf, lead } = await dated();
    const { token: first } = await makeCalendarLink(services, lead);
    const { token } = await makeCalendarLink(services, lead);
    expect(JSON.stringify(await services.engine.db.select().from(calendarLinks))).not.toContain(
      token,
    );
    expect(await icsOf(first)).toBeNull();
    expect(await icsOf(token)).toContain('VEVENT');
    await removeCalendarLink(services, lead);
    expect(await icsOf(token)).toBeNull();
    expect(await icsOf(linkId(token))).toBeNull();
  });

  test('whoever has lost the role has lost the dates, with the same address', async () => {
    const { services, icsOf, contributor } = await dated();
    const { token } = await makeCalendarLink(services, contributor);
    await services.engine.commit([
      deleteMembership('Sian Contributor contributor', contributor.id),
    ]);
    expect(await icsOf(token)).not.toContain('VEVENT');
  });
});

test('a panel has the time that its ratings are due, and somebody in conflict has not', async () => {
  const { services, reviewId, chair, first } = await openedReview();
  const conflict = { reviewId, conflict: true, reason: 'Family.' };
  await declareInterest(services, first, conflict);
  const feedOf = async (actor: Actor) => {
    const { token } = await makeCalendarLink(services, actor);
    return calendarFeed(services, linkId(token));
  };
  const events = (await feedOf(chair))?.events ?? [];
  expect(events.map(({ summary, when }) => ({ summary, when }))).toEqual([
    { summary: 'Ratings due, submission 1', when: { instant: '2027-04-01T16:00:00.000Z' } },
  ]);
  expect((await feedOf(first))?.events).toEqual([]);
});
