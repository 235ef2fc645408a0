import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { beThere, forgetPresences } from '#app/use-cases/assessment/note-presence.ts';
import { deleteMembership } from '#db/repositories/people/places.ts';
import { presences } from '#db/tables-together.ts';
import { team } from '#tests/support/team.ts';

async function open() {
  const given = await team();
  const { assessmentId } = given;
  const time = { now: given.services.clock().getTime() };
  const services: Services = { ...given.services, clock: () => new Date(time.now) };
  const there = (actor: Actor, criterion = 'G1') =>
    beThere(services, actor, { assessmentId, criterion });
  const others = async (actor: Actor, criterion?: string) => {
    const result = await there(actor, criterion);
    return result.ok ? result.value.others : result.problem.code;
  };
  return { ...given, services, time, others };
}

describe('who has a criterion open', () => {
  test('two people learn of each other, and nobody of themselves', async () => {
    const { others, lead, contributor } = await open();
    expect(await others(lead)).toEqual([]);
    expect(await others(contributor)).toEqual(['Niamh Lead']);
    expect(await others(lead)).toEqual(['Sian Contributor']);
    expect(await others(lead, 'M1')).toEqual([]);
  });

  test('after a minute without a sign someone is gone, and the row is too', async () => {
    const { others, time, services, lead, contributor } = await open();
    await others(contributor);
    time.now += 60_000;
    expect(await others(lead)).toEqual(['Sian Contributor']);
    time.now += 1;
    expect(await others(lead)).toEqual([]);
    expect(await services.engine.db.select().from(presences)).toHaveLength(1);
  });

  test('who has left is forgotten without anybody else coming', async () => {
    const { others, time, services, lead } = await open();
    await others(lead);
    time.now += 60_001;
    await forgetPresences(services);
    expect(await services.engine.db.select().from(presences)).toEqual([]);
  });

  test('readers and strangers are neither told nor told of', async () => {
    const { others, lead, viewer, sponsor, stranger } = await open();
    expect(await others(viewer)).toBe('not-allowed');
    expect(await others(sponsor)).toBe('not-allowed');
    expect(await others(stranger)).toBe('not-found');
    expect(await others(lead)).toEqual([]);
  });

  test('someone who has just lost the role is not told of', async () => {
    const { others, services, lead, contributor } = await open();
    await others(contributor);
    await services.engine.commit([
      deleteMembership('Sian Contributor contributor', contributor.id),
    ]);
    expect(await others(lead)).toEqual([]);
  });

  test('it leaves no event and changes nothing of the assessment', async () => {
    const { others, trail, lead } = await open();
    await others(lead);
    expect(await trail()).toEqual([]);
  });

  test('a criterion that is not there has nobody', async () => {
    const { others, lead } = await open();
    expect(await others(lead, 'Z9')).toBe('not-found');
  });
});
