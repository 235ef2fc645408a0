// The trail on pages: an administrator sees all of it without what was written or rated, a lead their own.
import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ownTrail, type TrailScope, wholeTrail } from '#app/domain/policy/trail.ts';
import { type TrailAsked, trailPage, trailRows } from '#app/queries/administration/trail-page.ts';
import { csvText } from '#app/domain/csv-text.ts';
import { audit } from '#db/repositories/audit.ts';
import type { Services } from '#app/services.server.ts';
import { personWith } from '#tests/support/services.ts';
import { decidedReview } from '#tests/support/review.ts';

const ANY: TrailAsked = {
  event: '',
  person: '',
  organisation: '',
  assessment: '',
  from: '',
  to: '',
};

const eventsOf = async (
  services: Services,
  scope: TrailScope | null,
  asked: Partial<TrailAsked> = {},
) => {
  if (scope === null) throw new Error('sees nothing');
  const rows = await trailRows(services, scope, { ...ANY, ...asked });
  return rows.slice(1).map((row) => row[2]);
};

describe('who reads what', () => {
  test('the whole is for administrators, a part for whoever leads something', () => {
    expect(wholeTrail(personWith('charter-administrator', null, null))).toBe('everything');
    expect(wholeTrail(personWith('assessment-lead', 'north', null))).toBeNull();
    expect(ownTrail(personWith('assessment-lead', 'north', 'ward'))).toEqual([
      { organisation: 'north', department: 'ward' },
    ]);
    for (const role of ['contributor', 'executive-sponsor', 'organisation-viewer'] as const) {
      expect(ownTrail(personWith(role, 'north', null))).toBeNull();
    }
    expect(ownTrail(personWith('charter-administrator', null, null))).toBeNull();
  });

  test('a lead sees what concerns their assessments, and nothing that a panel does', async () => {
    const { services, lead, administrator } = await decidedReview({ outcome: 'award' });
    const own = await eventsOf(services, ownTrail(lead));
    expect(own).toContain('assessment-submitted');
    expect(own).toContain('decision-recorded');
    const panels = ['ratings-sealed', 'interest-declared', 'criterion-rated', 'consensus-agreed'];
    for (const event of panels) expect(own).not.toContain(event);
    const whole = await eventsOf(services, wholeTrail(administrator));
    for (const event of panels) expect(whole).toContain(event);
  });

  test('a lead chooses one of their assessments by its department, an administrator types an id', async () => {
    const { services, lead, administrator, assessmentId } = await decidedReview({
      outcome: 'award',
    });
    const choices = async (scope: TrailScope | null) => {
      if (scope === null) throw new Error('sees nothing');
      return (await trailPage(services, scope, { ...ANY, page: 1 })).assessments;
    };
    const own = await choices(ownTrail(lead));
    expect(own.map(({ id }) => id)).toEqual([assessmentId]);
    expect(own[0]?.department).not.toBe('');
    expect(await choices(ownTrail(personWith('assessment-lead', 'north', 'elsewhere')))).toEqual(
      [],
    );
    expect(await choices(wholeTrail(administrator))).toEqual([]);
  });

  test('a department’s lead sees nothing of another department, the organisation’s both', async () => {
    const { services, lead, assessmentId } = await decidedReview({ outcome: 'award' });
    const other: Actor = personWith('assessment-lead', 'north', 'elsewhere');
    const foreign: Actor = personWith('assessment-lead', 'south', null);
    const [{ organisation } = { organisation: null }] = lead.memberships;
    expect(await eventsOf(services, ownTrail(other))).toEqual([]);
    expect(await eventsOf(services, ownTrail(foreign))).toEqual([]);
    const all = await eventsOf(
      services,
      ownTrail(personWith('assessment-lead', organisation, null)),
    );
    expect(all).toContain('assessment-submitted');
    expect(await eventsOf(services, ownTrail(other), { assessment: assessmentId })).toEqual([]);
  });

  test('an objection to an award is not told to its holder', async () => {
    const { services, lead, assessmentId } = await decidedReview({ outcome: 'award' });
    const about = { organisation: 'north', subject: assessmentId };
    await services.engine.commit([
      audit({ at: '2027-03-01T09:00:00.000Z', actor: null, event: 'objection-made', ...about }),
    ]);
    expect(await eventsOf(services, ownTrail(lead))).not.toContain('objection-made');
  });

  test('nobody reads ratings in it, nor an administrator anything of a draft', async () => {
    const { services, administrator } = await decidedReview({ outcome: 'award' });
    const scope = wholeTrail(administrator);
    if (scope === null) throw new Error('sees nothing');
    const rows = await trailRows(services, scope, ANY);
    const [titles = []] = rows;
    const [details, chain] = [titles.indexOf('Details'), titles.indexOf('Chain')];
    const told = rows.slice(1).filter((row) => row[chain] !== 'installation');
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map((row) => row[details]))).toEqual(new Set(['']));
  });
});

describe('filters', async () => {
  const { services, administrator, lead, assessmentId } = await decidedReview({ outcome: 'award' });
  const scope = wholeTrail(administrator);
  const found = (asked: Partial<TrailAsked>) => eventsOf(services, scope, asked);

  test('by event, person, organisation and assessment', async () => {
    expect(new Set(await found({ event: 'ratings-sealed' }))).toEqual(new Set(['ratings-sealed']));
    const people = await trailRows(services, 'everything', { ...ANY, person: lead.email });
    expect(new Set(people.slice(1).map((row) => row[3]))).toEqual(new Set([lead.id]));
    expect(await found({ person: 'nobody of this name' })).toEqual([]);
    expect(await found({ organisation: 'south' })).toEqual([]);
    expect(await found({ assessment: assessmentId })).toContain('decision-recorded');
  });

  test('by days of London: from midnight there, to the end of the last', async () => {
    const at = (instant: string) =>
      audit({
        at: instant,
        actor: null,
        event: `at-${instant}`,
        organisation: null,
        subject: null,
      });
    const instants = [
      '2027-07-01T22:59:59.999Z',
      '2027-07-01T23:00:00.000Z',
      '2027-07-02T22:59:59.999Z',
      '2027-07-02T23:00:00.000Z',
    ];
    await services.engine.commit(instants.map(at));
    expect(await found({ from: '2027-07-02', to: '2027-07-02' })).toEqual([
      `at-${instants[2]}`,
      `at-${instants[1]}`,
    ]);
    expect(await found({ from: 'nonsense' })).toEqual(await found({}));
  });

  test('pages hold fifty, and a page beyond the last is the last', async () => {
    const asked = { ...ANY, page: 1 };
    const first = await trailPage(services, 'everything', asked);
    expect(first.items).toHaveLength(50);
    expect(first.pages).toBe(Math.ceil(first.found / 50));
    const last = await trailPage(services, 'everything', { ...asked, page: 9999 });
    expect(last.page).toBe(first.pages);
  });

  test('a formula in what a file holds is text', async () => {
    const event = { actor: null, event: '=cmd|calc', organisation: null, subject: '@SUM(1)' };
    await services.engine.commit([audit({ at: '2027-08-01T00:00:00.000Z', ...event })]);
    const text = csvText(await trailRows(services, 'everything', { ...ANY, from: '2027-08-01' }));
    expect(text).toContain(`"'=cmd|calc"`);
    expect(text).toContain(`"'@SUM(1)"`);
  });
});
