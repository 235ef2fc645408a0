// What is typed in a meeting and not given yet: kept for its writer alone, counted for nothing, and never
// overwritten silently.
import { describe, expect, test } from 'vitest';
import { consensusPage, discussionPage } from '#app/queries/review/discussion-page.ts';
import { decidePage } from '#app/queries/review/decide-page.ts';
import { ownData } from '#app/queries/accounts/own-data.ts';
import { addReviewNote, agreeCriterion } from '#app/use-cases/review/discuss-review.ts';
import { keepReviewDraft } from '#app/use-cases/review/keep-review-draft.ts';
import { recordDecision } from '#app/use-cases/review/record-decision.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import {
  agreeAll,
  decisionOf,
  discussedReview,
  done,
  openedReview,
} from '#tests/support/review.ts';

const NEW = { draft: 0, agreed: 0 };
const HALF = { text: 'Ask for the minutes', choice: '3', reason: 'The min' };

async function meeting() {
  const discussed = await discussedReview();
  const { services, reviewId } = discussed;
  const at = { id: reviewId, criterion: 'G1' };
  const place = { reviewId, place: 'G1' };
  const seen = async (person: Actor) => done(await consensusPage(services, person, at)).draft;
  const keep = (person: Actor, texts: Record<string, string>, read = NEW) =>
    keepReviewDraft(services, person, { ...place, texts, read });
  return { ...discussed, seen, keep };
}

const AGREED = {
  criterion: 'G1',
  choice: 3,
  reason: 'The minutes show it',
  commendation: '',
  recommendation: '',
  requirement: '',
  readVersion: 0,
} as const;

describe('a draft of the meeting', () => {
  test('comes back to its writer, is shown to nobody else and agrees nothing', async () => {
    const { services, reviewId, chair, first, seen, keep } = await meeting();
    const before = JSON.stringify(done(await discussionPage(services, first, reviewId)));
    expect(done(await keep(chair, HALF))).toEqual({ version: 1 });
    expect(await seen(chair)).toEqual({ texts: HALF, kept: true, read: { draft: 1, agreed: 0 } });
    expect(await seen(first)).toEqual({ texts: {}, kept: false, read: NEW });
    expect(JSON.stringify(done(await discussionPage(services, first, reviewId)))).toBe(before);
    expect(done(await discussionPage(services, chair, reviewId)).agreedCount).toBe(0);
    expect((await ownData(services, chair)).work.reviewDrafts).toHaveLength(1);
    expect((await ownData(services, first)).work.reviewDrafts).toEqual([]);
  });

  test('that another window has changed is refused, with what is there', async () => {
    const { chair, keep, seen } = await meeting();
    done(await keep(chair, HALF));
    expect(await keep(chair, { ...HALF, reason: 'Other' })).toEqual({
      ok: false,
      problem: { code: 'changed-meanwhile', saved: HALF, now: { draft: 1, agreed: 0 } },
    });
    expect((await seen(chair)).texts).toEqual(HALF);
    // The same text from both windows is no conflict.
    expect(done(await keep(chair, HALF))).toEqual({ version: 1 });
  });

  test('stays where its note is added, but for the note', async () => {
    const { services, reviewId, chair, keep, seen } = await meeting();
    done(await keep(chair, HALF));
    const typed = { ...HALF, reason: 'The minutes sh' };
    const form = { texts: typed, read: { draft: 1, agreed: 0 } };
    const note = { reviewId, criterion: 'G1', text: HALF.text };
    done(await addReviewNote(services, chair, { ...note, form }));
    expect((await seen(chair)).texts).toEqual({ ...typed, text: '' });
    expect(await addReviewNote(services, chair, { ...note, form })).toMatchObject({
      problem: { code: 'changed-meanwhile', now: { draft: 2 } },
    });
    const { notes } = done(await consensusPage(services, chair, { id: reviewId, criterion: 'G1' }));
    expect(notes.map(({ text }) => text)).toEqual([HALF.text]);
  });

  test('is gone where it is agreed, but for a note; windows from before overwrite neither', async () => {
    const { services, reviewId, chair, keep, seen } = await meeting();
    done(await keep(chair, HALF));
    const agree = { reviewId, ...AGREED, draft: { read: 1, text: HALF.text } };
    done(await agreeCriterion(services, chair, agree));
    const given = { commendation: '', recommendation: '', requirement: '' };
    expect(await seen(chair)).toEqual({
      texts: { choice: '3', reason: AGREED.reason, ...given, text: HALF.text },
      kept: true,
      read: { draft: 2, agreed: 1 },
    });
    for (const read of [NEW, { draft: 1, agreed: 0 }, { draft: 2, agreed: 0 }]) {
      expect(await keep(chair, { reason: 'From before' }, read)).toMatchObject({
        problem: { code: 'changed-meanwhile', saved: { reason: AGREED.reason } },
      });
    }
    expect(await agreeCriterion(services, chair, { ...agree, readVersion: 1 })).toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
  });

  test('never takes the version of an earlier one again', async () => {
    const { services, reviewId, first, keep } = await meeting();
    done(await keep(first, { text: 'One' }));
    const form = { texts: { text: 'One' }, read: { draft: 1, agreed: 0 } };
    done(await addReviewNote(services, first, { reviewId, criterion: 'G1', text: 'One', form }));
    expect(done(await keep(first, { text: 'Two' }, { draft: 2, agreed: 0 }))).toEqual({
      version: 3,
    });
    expect(await keep(first, { text: 'Late' }, { draft: 1, agreed: 0 })).toMatchObject({
      problem: { saved: { text: 'Two' } },
    });
  });

  test('is kept for nobody who may not write there, and nowhere after the decision', async () => {
    const { services, reviewId, chair, first, administrator, keep } = await meeting();
    expect(await keep(administrator, HALF)).toMatchObject({ problem: { code: 'not-found' } });
    const decision = { reviewId, place: '', texts: { summary: 'Mine' }, read: NEW };
    expect((await keepReviewDraft(services, first, decision)).ok).toBe(false);
    const nowhere = { ...decision, place: 'X9' };
    expect(await keepReviewDraft(services, chair, nowhere)).toMatchObject({
      problem: { code: 'no-such-criterion' },
    });
    await agreeAll(services, { chair, reviewId, rating: 2 });
    done(await recordDecision(services, chair, decisionOf(reviewId, { outcome: 'award' })));
    for (const person of [chair, first]) {
      expect(await keep(person, HALF)).toMatchObject({ problem: { code: 'wrong-phase' } });
    }
  });

  test('of a meeting that is not open yet is kept for nobody', async () => {
    const { services, reviewId, chair } = await openedReview();
    const command = { reviewId, place: 'G1', texts: HALF, read: NEW };
    expect((await keepReviewDraft(services, chair, command)).ok).toBe(false);
  });
});

describe('the draft of a decision', () => {
  test('is emptied where it is recorded, and refused from a window that does not know it', async () => {
    const { services, reviewId, chair } = await meeting();
    await agreeAll(services, { chair, reviewId, rating: 2 });
    const summary = 'The panel has read';
    const command = { reviewId, place: '', texts: { summary, outcome: 'award' }, read: NEW };
    done(await keepReviewDraft(services, chair, command));
    const seen = async () => done(await decidePage(services, chair, reviewId)).draft;
    expect(await seen()).toEqual({
      texts: { outcome: 'award', summary },
      kept: true,
      read: 1,
    });
    const decision = decisionOf(reviewId, { outcome: 'award' });
    expect(await recordDecision(services, chair, { ...decision, draft: 0 })).toMatchObject({
      problem: { code: 'changed-meanwhile', saved: { summary }, now: { draft: 1 } },
    });
    done(await recordDecision(services, chair, { ...decision, draft: 1 }));
    expect(await seen()).toEqual({ texts: {}, kept: false, read: 2 });
  });

  test('holds no password and no code', async () => {
    const { services, reviewId, chair } = await meeting();
    const texts = { summary: 'Mine', password: 'walnut', code: '135790', answer: '{}' };
    done(await keepReviewDraft(services, chair, { reviewId, place: '', texts, read: NEW }));
    const { draft } = done(await decidePage(services, chair, reviewId));
    expect(draft.texts).toEqual({ summary: 'Mine' });
  });
});
