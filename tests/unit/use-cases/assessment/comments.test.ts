import { describe, expect, test } from 'vitest';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { criterionTogether, togetherOf } from '#app/queries/assessment/together.ts';
import { commentOnCriterion } from '#app/use-cases/assessment/comment-on-criterion.ts';
import { resolveComment } from '#app/use-cases/assessment/resolve-comment.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { eq } from 'drizzle-orm';
import { assessments } from '#db/tables.ts';
import { comments } from '#db/tables-together.ts';
import { personWith } from '#tests/support/services.ts';
import { team } from '#tests/support/team.ts';

const SECRET_TEXT = 'Our narrative says 14 of 60 people';

async function talking() {
  const given = await team();
  const { services, assessmentId } = given;
  const say = (actor: Actor, text: string, mentions: readonly string[] = []) =>
    commentOnCriterion(services, actor, { assessmentId, criterion: 'G1', text, mentions });
  const setState = async (state: string) => {
    await services.engine.db
      .update(assessments)
      .set({ state })
      .where(eq(assessments.id, assessmentId));
  };
  return { ...given, say, setState };
}

describe('commenting', () => {
  test('everyone of the organisation who may read may comment', async () => {
    const { say, lead, contributor, viewer, sponsor } = await talking();
    for (const actor of [lead, contributor, viewer, sponsor]) {
      expect(await say(actor, 'Is that so?')).toMatchObject({ ok: true });
    }
  });

  test('a stranger, an administrator and a panel member find nothing to comment on', async () => {
    const { say, stranger } = await talking();
    const body = [
      personWith('charter-administrator', 'north', null),
      personWith('panel-member', 'north', null),
    ].map((one) => ({
      ...one,
      memberships: one.memberships.map((m) => ({ ...m, organisation: null })),
    }));
    for (const actor of [stranger, ...body]) {
      expect(await say(actor, 'Hello')).toEqual({ ok: false, problem: { code: 'not-found' } });
    }
  });

  test('a comment goes on while the signature stands, and stops with the submission', async () => {
    const { say, setState, viewer } = await talking();
    await setState('signed-off');
    expect(await say(viewer, 'Before it goes')).toMatchObject({ ok: true });
    await setState('submitted');
    expect(await say(viewer, 'Too late')).toEqual({
      ok: false,
      problem: { code: 'locked', state: 'submitted' },
    });
  });

  test('those mentioned by tick or by @Name get one letter each, without a word of the comment', async () => {
    const { say, letters, lead, contributor, viewer, stranger } = await talking();
    const text = `${SECRET_TEXT} @${contributor.name} @${contributor.name} @${stranger.name}`;
    await say(viewer, text, [lead.id, lead.id, contributor.id, viewer.id, stranger.id, 'nobody']);
    const sent = await letters();
    expect(sent.map(({ recipient }) => recipient).toSorted()).toEqual(
      [lead.email, contributor.email].toSorted(),
    );
    for (const letter of sent) {
      const whole = [letter.subject, letter.text, letter.html].join('\n');
      expect(whole).toContain('/criteria/G1/comments');
      // A random id in the address may well hold the two digits that are looked for.
      const words = whole.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');
      for (const word of ['narrative', '14', '60']) expect(words).not.toContain(word);
    }
  });

  test('forty comments that name one colleague are one letter for each criterion and hour', async () => {
    const { services, say, letters, assessmentId, lead, contributor, viewer } = await talking();
    for (let time = 0; time < 20; time += 1) await say(viewer, `Again ${time}`, [lead.id]);
    await Promise.all(
      Array.from({ length: 20 }, (_, time) => say(viewer, `At once ${time}`, [lead.id])),
    );
    expect((await letters()).map(({ recipient }) => recipient)).toEqual([lead.email]);
    await say(viewer, 'And you', [lead.id, contributor.id]);
    expect(await letters()).toHaveLength(2);
    const at = (later: number, criterion: string) => {
      const clock = () => new Date(services.clock().getTime() + later);
      const command = { assessmentId, criterion, text: 'Hello', mentions: [lead.id] };
      return commentOnCriterion({ ...services, clock }, viewer, command);
    };
    await at(0, 'G2');
    expect(await letters()).toHaveLength(3);
    await at(60 * 60_000, 'G1');
    const [, ...rest] = await letters();
    expect(rest).toHaveLength(3);
    for (const { text } of rest) expect(text).toContain('one letter for each criterion and hour');
  });

  test('a name with markup and line breaks is harmless in a letter', async () => {
    const { say, letters, lead, viewer } = await talking();
    const name = 'Eve\r\nBcc: all@example.org <img src=x onerror=alert(1)>';
    await say({ ...viewer, name }, 'x', [lead.id]);
    const [letter] = await letters();
    expect(letter?.html).not.toContain('<img');
    expect(letter?.subject).not.toMatch(/[\r\n]/);
  });

  test.each([
    ['', 'comment-empty'],
    ['x'.repeat(2001), 'comment-too-long'],
  ])('an empty or too long comment is refused', async (text, code) => {
    const { say, lead } = await talking();
    expect(await say(lead, text)).toMatchObject({ ok: false, problem: { code } });
  });

  test('nobody floods their colleagues: after 200 comments in a day the next is refused', async () => {
    const { say, services, assessmentId, lead } = await talking();
    const createdAt = services.clock().toISOString();
    await services.engine.db.insert(comments).values(
      Array.from({ length: 200 }, (_, index) => ({
        id: `old ${index}`,
        assessmentId,
        criterion: 'G1',
        text: 'x',
        mentions: [],
        createdAt,
        createdBy: lead.id,
      })),
    );
    expect(await say(lead, 'One more')).toMatchObject({ problem: { code: 'too-many-comments' } });
  });
});

describe('dealing with comments', () => {
  test('who answers for the assessment resolves, who wrote it too, others do not', async () => {
    const { services, assessmentId, say, lead, contributor, viewer, sponsor } = await talking();
    const made = await say(viewer, 'Is that so?');
    if (!made.ok) throw new Error('refused');
    const set = (actor: Actor, resolved: boolean) =>
      resolveComment(services, actor, { assessmentId, comment: made.value.id, resolved });
    expect(await set(sponsor, true)).toEqual({ ok: false, problem: { code: 'not-allowed' } });
    expect(await set(lead, true)).toEqual({ ok: true, value: { criterion: 'G1' } });
    expect(await set(viewer, false)).toMatchObject({ ok: true });
    expect(await set(contributor, true)).toMatchObject({ ok: true });
    expect(await set(contributor, true)).toMatchObject({ ok: true });
  });

  test('open comments are counted, resolved ones are not, and each says what the reader may do', async () => {
    const { services, assessmentId, say, trail, lead, viewer, sponsor } = await talking();
    const [first] = [await say(viewer, 'One'), await say(lead, 'Two', [viewer.id])];
    if (!first.ok) throw new Error('refused');
    await resolveComment(services, lead, { assessmentId, comment: first.value.id, resolved: true });
    const view = await assessmentView(services, sponsor, assessmentId);
    if (view === null) throw new Error('not in sight');
    expect((await togetherOf(services, sponsor, view)).openComments('G1')).toBe(1);
    const seen = await criterionTogether(services, sponsor, { view, criterion: 'G1' });
    expect(seen.comments).toMatchObject([
      { text: 'One', by: viewer.name, resolved: { by: lead.name }, mayResolve: false },
      { text: 'Two', mentions: [viewer.name], resolved: null, mayResolve: false },
    ]);
    expect((await trail()).map(({ event }) => event)).toEqual([
      'comment-added',
      'comment-added',
      'comment-resolved',
    ]);
  });

  test('a comment of another assessment is not reached through one’s own', async () => {
    const { services, assessmentId, lead } = await talking();
    const result = await resolveComment(services, lead, {
      assessmentId,
      comment: 'other',
      resolved: true,
    });
    expect(result).toEqual({ ok: false, problem: { code: 'not-found' } });
  });
});
