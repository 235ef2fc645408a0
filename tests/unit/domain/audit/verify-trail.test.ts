// Whatever is done to a copied database, its trail tells.
import type Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { openTrailSeal } from '#app/adapters/backup/trail-seal.ts';
import { type Head, sealedText } from '#app/domain/audit/event.ts';
import { readTrail } from '#app/domain/audit/verify-trail.ts';
import { audit } from '#db/repositories/audit.ts';
import { eventOf, newestHead, trailOf, unprotectedCopy, verified } from '#tests/support/trail.ts';

const EVENTS = 300;
const ALTERATIONS = 1000;

const COLUMNS = [
  'sequence',
  'at',
  'actor',
  'event',
  'organisation_id',
  'subject',
  'details',
  'chain',
  'position',
  'previous',
  'seal',
] as const;

type Alteration =
  | { readonly kind: 'change'; readonly column: (typeof COLUMNS)[number]; readonly at: number }
  | {
      readonly kind: 'remove' | 'insert' | 'copy' | 'tail' | 'chain' | 'older';
      readonly at: number;
    }
  | { readonly kind: 'swap' | 'swap-contents'; readonly at: number; readonly other: number };

const at = fc.nat();
const anyAlteration: fc.Arbitrary<Alteration> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      column: fc.constantFrom(...COLUMNS),
      at,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('remove', 'insert', 'copy', 'tail', 'chain', 'older'),
      at,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('swap', 'swap-contents'), at, other: at }),
  },
);

/** The sequence of an event of the database. */
function one(copy: Database.Database, nth: number): number {
  const all = copy
    .prepare<[], number>('select sequence from audit_events order by 1')
    .pluck()
    .all();
  return all[nth % all.length] ?? 0;
}

function alter(copy: Database.Database, alteration: Alteration): void {
  const sequence = one(copy, alteration.at);
  const run = (sql: string, ...values: readonly unknown[]) => copy.prepare(sql).run(...values);
  switch (alteration.kind) {
    case 'change': {
      const { column } = alteration;
      const number = column === 'sequence' || column === 'position';
      const changed = number ? `coalesce(${column}, 0) + 100000` : `coalesce(${column}, '') || 'x'`;
      run(`update audit_events set ${column} = ${changed} where sequence = ?`, sequence);
      return;
    }
    case 'remove':
      run('delete from audit_events where sequence = ?', sequence);
      return;
    case 'insert':
      run(
        `insert into audit_events (sequence, at, actor, event, details) values (?, 'now', 'me', 'signed-in', '{}')`,
        100_000 + sequence,
      );
      return;
    case 'copy':
      run(
        `insert into audit_events select sequence + 100000, at, actor, event, organisation_id, subject, details,
          chain, position, previous, seal from audit_events where sequence = ?`,
        sequence,
      );
      return;
    case 'tail':
      run(
        `delete from audit_events where chain = (select chain from audit_events where sequence = ?)
          and position >= (select position from audit_events where sequence = ?)`,
        sequence,
        sequence,
      );
      return;
    case 'chain':
      run(
        'delete from audit_events where chain = (select chain from audit_events where sequence = ?)',
        sequence,
      );
      return;
    case 'older':
      run('delete from audit_events where sequence >= ?', sequence);
      return;
    default:
      swap(copy, alteration, sequence);
  }
}

function swap(
  copy: Database.Database,
  { kind, other }: Extract<Alteration, { readonly other: number }>,
  sequence: number,
): void {
  const count = copy.prepare<[], number>('select count(*) from audit_events').pluck().get() ?? 0;
  const second = one(copy, other % count);
  const first = second === sequence ? one(copy, other + 1) : sequence;
  const columns = kind === 'swap' ? ['chain', 'position', 'previous'] : COLUMNS.slice(1, 7);
  const row = (of: number) =>
    copy
      .prepare<[number], unknown[]>(
        `select ${columns.join(', ')} from audit_events where sequence = ?`,
      )
      .raw()
      .get(of) ?? [];
  const [one1, two] = [row(first), row(second)];
  const set = copy.prepare(
    `update audit_events set ${columns.map((name) => `${name} = ?`).join(', ')} where sequence = ?`,
  );
  set.run(...two, first);
  set.run(...one1, second);
}

describe('given the latest head', () => {
  test('SEC-80 1,000 of 1,000 random alterations of a copied database are found', async () => {
    const { services, head } = await trailOf(EVENTS);
    const untouched = unprotectedCopy(services.engine.connection.serialize());
    const content = untouched.serialize();
    expect(verified(untouched, services.config, [head])).toMatchObject({ findings: [], chains: 3 });
    let found = 0;
    fc.assert(
      fc.property(anyAlteration, (given) => {
        const copy = unprotectedCopy(content);
        alter(copy, given);
        const { findings } = verified(copy, services.config, [head]);
        copy.close();
        expect(findings, JSON.stringify(given)).not.toEqual([]);
        found += 1;
      }),
      { numRuns: ALTERATIONS },
    );
    expect(found).toBe(ALTERATIONS);
  });
});

describe('SEC-80 what is found is named', async () => {
  const { services, head } = await trailOf(60);
  const content = services.engine.connection.serialize();
  const finds = (sql: string, heads: readonly Head[] = [head]) => {
    const copy = unprotectedCopy(content);
    copy.exec(sql);
    return verified(copy, services.config, heads).findings;
  };

  test('a changed event', () => {
    expect(finds("update audit_events set details = '{}' where sequence = 9")).toEqual([
      {
        code: 'changed',
        event: {
          sequence: 9,
          event: 'person-invited',
          at: '2027-03-01T09:08:00.000Z',
          chain: 'assessment/first',
          position: 3,
        },
      },
    ]);
  });

  test('a removed event, and only that one', () => {
    expect(finds('delete from audit_events where sequence = 9')).toEqual([
      { code: 'removed', chain: 'assessment/first', from: 3, to: 3 },
    ]);
  });

  test('an event that was put in', () => {
    const put =
      "insert into audit_events select 500, at, 'me', event, organisation_id, subject, details, chain, position, previous, seal from audit_events where sequence = 9";
    expect(finds(put)).toMatchObject([{ code: 'inserted', event: { sequence: 500 } }]);
    const without =
      "insert into audit_events (sequence, at, event, details) values (500, 'x', 'signed-in', '{}')";
    expect(finds(without)).toMatchObject([{ code: 'unsealed', event: { sequence: 500 } }]);
  });

  test('two events that took each other’s place', () => {
    const move = `update audit_events set position = case position when 3 then 4 else 3 end
      where chain = 'assessment/first' and position in (3, 4)`;
    expect(finds(move)).toMatchObject([
      { code: 'changed', event: { position: 3, chain: 'assessment/first' } },
      { code: 'changed', event: { position: 4, chain: 'assessment/first' } },
    ]);
  });

  test('the end of a chain, by the head of it that the installation’s chain holds', () => {
    const [found] = finds(
      "delete from audit_events where chain = 'assessment/first' and position > 12",
    );
    expect(found).toMatchObject({
      code: 'tail-removed',
      head: { chain: 'assessment/first', position: 15 },
      ends: 12,
    });
  });

  test('the end of the installation’s chain, by its head alone', () => {
    const last = `delete from audit_events where chain = 'installation' and position = ${head.position}`;
    expect(finds(last, [])).toEqual([]);
    expect(finds(last)).toEqual([{ code: 'tail-removed', head, ends: head.position - 1 }]);
  });

  test('an older copy, by a head that is younger than it', async () => {
    const older = unprotectedCopy(content);
    await services.engine.commit([audit(eventOf(61))]);
    const younger = await newestHead(services);
    expect(verified(older, services.config, [younger]).findings).toMatchObject([
      { code: 'tail-removed', ends: head.position },
    ]);
  });
});

describe('a key', () => {
  const secrets = ['a', 'b', 'c'].map((letter) => letter.repeat(40));

  /** The places of the events called sealed with an old key, each sealed by the secret of its letter. */
  function oldOnes(sealedBy: string, { present, old }: { present: string; old: string }) {
    const secretOf = (letter: string) => secrets['abc'.indexOf(letter)] ?? '';
    const { check } = openTrailSeal(secretOf(present), old.split('').map(secretOf));
    const reading = readTrail({ check, heads: [], checkpoints: [] });
    let previous = '';
    for (const [index, letter] of sealedBy.split('').entries()) {
      const place = { sequence: index + 1, chain: 'installation', position: index + 1, previous };
      const what = { at: '2027', actor: null, event: 'x', organisationId: null, subject: null };
      const event = { ...place, ...what, details: '{}' };
      previous = openTrailSeal(secretOf(letter)).seal(sealedText(event));
      reading.take({ ...event, seal: previous });
    }
    return reading
      .report()
      .findings.map((finding) =>
        'event' in finding ? [finding.code, finding.event.position] : [],
      );
  }

  test('that is put back makes no alarm of what was sealed meanwhile', () => {
    expect(oldOnes('aabba', { present: 'a', old: 'b' })).toEqual([]);
    expect(oldOnes('aabbcca', { present: 'a', old: 'cb' })).toEqual([]);
  });

  test('that was replaced and is not the present one seals nothing more', () => {
    expect(oldOnes('abab', { present: 'a', old: 'b' })).toEqual([['old-key', 4]]);
    expect(oldOnes('abaab', { present: 'b', old: 'a' })).toEqual([
      ['old-key', 3],
      ['old-key', 4],
    ]);
    expect(oldOnes('bcab', { present: 'a', old: 'cb' })).toEqual([['old-key', 4]]);
  });
});
