// A team whose department has an award, on real services with a clock that a test can move.
import type { Services } from '#app/services.server.ts';
import { addAward, type AwardParts } from '#tests/support/awards.ts';
import { team } from '#tests/support/team.ts';

/** Lead, contributor, viewer and sponsor of therapies, awarded for five years on 1 March 2027. */
export async function awardedTeam(parts: AwardParts = {}) {
  const given = await team();
  const time = { now: '2027-03-01T09:00:00.000Z' };
  const services: Services = { ...given.services, clock: () => new Date(time.now) };
  const award = await addAward(services, parts);
  return { ...given, services, time, award, awarded: award.assessmentId };
}
