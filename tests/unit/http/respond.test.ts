// How a refused form is answered: the status and the place of a problem stand in one table, and in no route.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  answerable,
  besideTheirs,
  errorAt,
  headersOfAction,
  putRight,
  respond,
  STATUS,
  statusOf,
} from '#app/http/respond.ts';
import { TO_PUT_RIGHT } from '#app/http/to-put-right.ts';

describe('the status of a problem', () => {
  test.each([
    ['locked', 409],
    ['changed-meanwhile', 409],
    ['rated-meanwhile', 409],
    ['altered', 409],
    ['not-found', 404],
    ['not-allowed', 403],
    ['reason-wrong', 422],
  ] as const)('%s is %i', (code, status) => {
    expect(statusOf(code)).toBe(status);
  });

  test.each([
    'already-published',
    'appealed-already',
    'has-sealed',
    'not-a-draft',
    'renewal-too-early',
    'too-late-to-appeal',
    'waits-already',
  ] as const)('%s: it is not the time for it, whatever was typed', (code) => {
    expect(statusOf(code)).toBe(409);
  });

  test('is known of every code, once, and of no other', () => {
    const codes: readonly string[] = [...TO_PUT_RIGHT, ...Object.keys(STATUS)];
    expect(new Set(codes).size).toBe(codes.length);
    // @ts-expect-error A code without a row does not compile where it is answered.
    expect(() => respond({ code: 'code-without-a-row' }, () => null)).not.toThrow();
  });

  test('comes with the page, which is asked for the problem', () => {
    const answer = respond({ code: 'locked', state: 'submitted' }, ({ state }) => ({ state }));
    expect(answer).toMatchObject({ data: { state: 'submitted' }, init: { status: 409 } });
    expect(putRight({ typed: {} })).toMatchObject({ data: { typed: {} }, init: { status: 422 } });
  });

  test('says when to come again, where that is known', () => {
    const waits = { code: 'too-many-uploads', seconds: 7 } as const;
    const { init } = respond(waits, () => null);
    expect(init?.status).toBe(429);
    const headers = headersOfAction({ actionHeaders: new Headers(init?.headers) });
    expect(headers.get('Retry-After')).toBe('7');
    expect(respond({ code: 'work-waiting' }, () => null).init?.status).toBe(422);
  });

  test.each(['not-found', 'not-allowed', 'altered'] as const)(
    '%s is a page of its own, and no page of the form',
    (code) => {
      const page = () => {
        throw new Error('asked for');
      };
      const thrown = { data: null, init: { status: statusOf(code) } };
      expect(() => respond({ code }, page)).toThrow(expect.objectContaining(thrown));
      expect(() => answerable({ code })).toThrow(expect.objectContaining(thrown));
    },
  );
});

describe('the place of a problem', () => {
  test.each([
    ['code-wrong', 'code'],
    ['locked', ''],
    ['name-taken', 'name'],
  ] as const)('%s stands at ‘%s’', (code, field) => {
    expect(errorAt({ code }, 'Words', 'name')).toEqual({ [field]: 'Words' });
  });

  test('is the form where somebody else saved meanwhile: theirs beside what was typed', () => {
    type Problem =
      | { code: 'changed-meanwhile'; saved: string }
      | { code: 'note-wrong'; most: number };
    const page = (problem: Problem) =>
      besideTheirs(problem, {
        theirs: ({ saved }) => saved,
        errors: ({ most }) => ({ text: `At most ${most}` }),
      });
    expect(page({ code: 'changed-meanwhile', saved: 'a' })).toEqual({ errors: {}, conflict: 'a' });
    expect(page({ code: 'note-wrong', most: 3 })).toEqual({
      errors: { text: 'At most 3' },
      conflict: null,
    });
  });
});

describe('no route', () => {
  const routes = readdirSync('app/routes', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => [file, readFileSync(`app/routes/${file}`, 'utf8')] as const);
  const holding = (what: RegExp) => routes.filter(([, code]) => what.test(code)).map(([at]) => at);

  test('decides the status of a problem by itself', () => {
    expect(routes.length).toBeGreaterThan(140);
    // Its page stands for itself, because an address of a file has none around it.
    expect(holding(/\b(?:409|422)\b/).toSorted()).toEqual(['api/give-award.ts', 'work-refused.ts']);
  });

  test('hands anything from its action to its loader behind the answer', () => {
    expect(holding(/\bWeak(?:Map|Set)\b/)).toEqual([]);
  });
});
