// What is typed in a form of an assessment: kept for its writer alone, counted for nothing, gone once it is given.
import { describe, expect, test } from 'vitest';
import { formDraft } from '#app/queries/assessment/own-form-draft.ts';
import { ownData } from '#app/queries/accounts/own-data.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import {
  dropFormDraft,
  forgetOldDrafts,
  keepFormDraft,
} from '#app/use-cases/assessment/keep-form-draft.ts';
import { done } from '#tests/support/review.ts';
import { team } from '#tests/support/team.ts';

const TEXTS = [
  ['objective', 'Every mentor is trained'],
  ['criteria', 'G1'],
  ['criteria', 'M4'],
  ['version', '3'],
] as const;

async function withDrafts() {
  const given = await team();
  const { services, lead, assessmentId } = given;
  const at = { assessmentId, place: 'action:new' };
  const keep = (readVersion = 0, parts: object = {}, actor = lead) =>
    keepFormDraft(services, actor, { ...at, texts: TEXTS, readVersion, ...parts });
  const seen = (actor: Actor = lead) => formDraft(services, actor, at);
  return { ...given, at, keep, seen };
}

describe('a draft of a form', () => {
  test('comes back to its writer with every text of a name, and to nobody else', async () => {
    const { services, keep, seen, lead, contributor } = await withDrafts();
    expect(await seen()).toMatchObject({ version: 0, at: null, typed: {} });
    const sent = [...TEXTS, ['draft', '0'], ['intent', 'save']] as const;
    expect(done(await keep(0, { texts: sent }))).toEqual({ version: 1 });
    expect(await seen()).toMatchObject({
      version: 1,
      typed: { objective: 'Every mentor is trained', criteria: 'G1', version: '3' },
      all: TEXTS,
    });
    expect(await seen(contributor)).toMatchObject({ version: 0, at: null });
    expect((await ownData(services, lead)).work.formDrafts).toHaveLength(1);
  });

  test('is not overwritten by another window; the same from both is no conflict', async () => {
    const { keep } = await withDrafts();
    done(await keep());
    expect(done(await keep())).toEqual({ version: 1 });
    const other = { texts: [['objective', 'Other']] };
    expect(await keep(0, other)).toMatchObject({ problem: { code: 'draft-changed' } });
    expect(done(await keep(1, other))).toEqual({ version: 2 });
  });

  test('goes when it is given or thrown away, and after 90 days', async () => {
    const { services, lead, at, keep, seen } = await withDrafts();
    done(await keep());
    await dropFormDraft(services, lead, at);
    expect(await seen()).toMatchObject({ version: 0, at: null });
    done(await keep());
    const later = (days: number) => ({
      ...services,
      clock: () => new Date(services.clock().getTime() + days * 24 * 60 * 60 * 1000),
    });
    await forgetOldDrafts(later(89));
    expect(await seen()).toMatchObject({ version: 1 });
    await forgetOldDrafts(later(91));
    expect(await seen()).toMatchObject({ version: 0 });
  });

  test('of an action is one of so many, and no more', async () => {
    const { keep } = await withDrafts();
    for (let number = 1; number <= 100; number += 1) {
      done(await keep(0, { place: `action:new.G1.2.${number}` }));
    }
    expect(await keep(0, { place: 'action:new' })).toMatchObject({
      problem: { code: 'too-many-form-drafts', most: 100 },
    });
    // What is kept already is kept on.
    const other = { place: 'action:new.G1.2.7', texts: [['objective', 'Other']] };
    expect(await keep(1, other)).toMatchObject({ ok: true });
  });

  test('is kept only where its writer may do what the form does, and where there is such a form', async () => {
    const { keep, viewer, stranger, contributor } = await withDrafts();
    expect(await keep(0, {}, viewer)).toMatchObject({ problem: { code: 'not-allowed' } });
    expect(await keep(0, {}, stranger)).toMatchObject({ problem: { code: 'not-found' } });
    expect(await keep(0, { place: 'comment:G1' }, contributor)).toMatchObject({ ok: true });
    for (const place of [
      'action',
      'answer:G1',
      'action:',
      'action:a b',
      `action:${'a'.repeat(61)}`,
      'action:nope',
      'action:new.ZZ.2.',
      'comment:..',
      'evidence:ZZ',
    ]) {
      expect(await keep(0, { place })).toMatchObject({ problem: { code: 'not-found' } });
    }
    const long = { texts: [['objective', 'x'.repeat(200_001)]] };
    expect(await keep(0, long)).toMatchObject({ problem: { code: 'form-draft-too-long' } });
  });
});
