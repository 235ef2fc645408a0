// Comments wait for whom they mention until they have written something since, or somebody has dealt with them.
import { expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { homeView } from '#app/queries/home/home.ts';
import { assignCriteria } from '#app/use-cases/assessment/assign-criteria.ts';
import { commentOnCriterion } from '#app/use-cases/assessment/comment-on-criterion.ts';
import { resolveComment } from '#app/use-cases/assessment/resolve-comment.ts';
import { listComments } from '#db/repositories/assessment/comment-rows.ts';
import { done } from '#tests/support/review.ts';
import { team } from '#tests/support/team.ts';

async function discussed() {
  const given = await team();
  const { assessmentId } = given;
  const time = { minute: 0 };
  const services = {
    ...given.services,
    clock: () => new Date(Date.UTC(2027, 2, 1, 9, time.minute)),
  };
  const say = async (actor: Actor, text: string, criterion = 'G1') => {
    time.minute += 1;
    const command = { assessmentId, criterion, text, mentions: [] };
    done(await commentOnCriterion(services, actor, command));
  };
  const waits = async (actor: Actor) =>
    (await homeView(services, actor)).waiting.flatMap((one) =>
      one.what === 'mentioned' || one.what === 'comments'
        ? [`${one.what} ${one.count}: ${one.criteria.join(' ')}`]
        : [],
    );
  return { ...given, services, say, waits };
}

test('a mention waits until its reader has answered on that criterion', async () => {
  const { viewer, contributor, lead, stranger, say, waits } = await discussed();
  await say(contributor, 'It was like this when I came.');
  await say(viewer, 'Is that so, @Sian Contributor?');
  await say(viewer, '@Sian Contributor: and who pays?');
  await say(viewer, '@Sian Contributor knows more.', 'G2');
  expect(await waits(contributor)).toEqual(['mentioned 3: G1 G2']);
  for (const person of [viewer, lead, stranger]) expect(await waits(person)).toEqual([]);
  await say(contributor, 'The trust does.');
  expect(await waits(contributor)).toEqual(['mentioned 1: G2']);
  await say(viewer, 'Thank you, @Sian Contributor.');
  expect(await waits(contributor)).toEqual(['mentioned 2: G1 G2']);
});

test('what is dealt with waits for nobody', async () => {
  const { services, viewer, contributor, lead, assessmentId, say, waits } = await discussed();
  await say(viewer, 'Is that so, @Sian Contributor?');
  const place = { assessmentId, criterion: 'G1' };
  for (const { comment } of await listComments(services.engine.db, place))
    done(
      await resolveComment(services, lead, { assessmentId, comment: comment.id, resolved: true }),
    );
  expect(await waits(contributor)).toEqual([]);
});

test('on one’s own criteria, what others say waits, and a mention is told once', async () => {
  const { services, viewer, contributor, lead, assessmentId, say, waits } = await discussed();
  const given = { assessmentId, person: contributor.id, criteria: ['G1'] };
  done(await assignCriteria(services, lead, given));
  await say(contributor, 'I begin with this.');
  expect(await waits(contributor)).toEqual([]);
  await say(viewer, 'Good.');
  await say(viewer, 'When, @Sian Contributor?');
  expect(await waits(contributor)).toEqual(['mentioned 1: G1', 'comments 1: G1']);
});
