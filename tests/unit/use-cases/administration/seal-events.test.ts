// Chains of the trail from before they were sealed, over a change of key, and after a cut.
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTrailHeads } from '#app/adapters/backup/trail-heads.ts';
import { openTrailSeal } from '#app/adapters/backup/trail-seal.ts';
import { headText, readHead } from '#app/domain/audit/event.ts';
import type { Services } from '#app/services.server.ts';
import { cutTrail } from '#app/use-cases/administration/cut-trail.ts';
import { noteHeads } from '#app/use-cases/administration/note-heads.ts';
import { openTrail, sealEarlierEvents } from '#app/use-cases/administration/seal-events.ts';
import { audit, loadHead } from '#db/repositories/audit.ts';
import { testServices } from '#tests/support/services.ts';
import {
  eventOf,
  newestHead,
  trailOf,
  unprotectedCopy,
  verified,
  withAssessments,
} from '#tests/support/trail.ts';

const findingsIn = (services: Services, head?: Awaited<ReturnType<typeof newestHead>>) =>
  verified(services.engine.connection, services.config, head === undefined ? [] : [head]).findings;

/** An event as an earlier version, or a command without a key, has written it. */
function unsealed({ engine }: Services, sequence: number, subject: string | null): void {
  engine.connection
    .prepare(
      "insert into audit_events (sequence, at, event, subject, details) values (?, 'then', 'signed-in', ?, '{}')",
    )
    .run(sequence, subject);
}

describe('events from before the trail was sealed', () => {
  test('get their places at the first start, and the trail says so', async () => {
    const services = await testServices();
    await withAssessments(services);
    unsealed(services, 1, 'first');
    unsealed(services, 2, null);
    unsealed(services, 3, 'first');
    expect(findingsIn(services)).toHaveLength(3);
    await openTrail(services);
    expect(findingsIn(services)).toEqual([]);
    expect(await loadHead(services.engine.db, 'assessment/first')).toMatchObject({ position: 2 });
    const told = services.engine.connection
      .prepare("select details from audit_events where event = 'audit-events-sealed'")
      .pluck();
    expect(JSON.parse(String(told.get()))).toEqual({ events: 3, first: 1, after: 0 });
    expect(await sealEarlierEvents(services)).toBe(0);
  });

  test('many of them are sealed by a statement for each two thousand, all in one commit', async () => {
    const services = await testServices();
    await withAssessments(services);
    const { engine } = services;
    const fill = engine.connection.transaction(() => {
      for (let one = 1; one <= 4001; one += 1) unsealed(services, one, one % 2 ? 'first' : null);
    });
    fill();
    const commits: number[] = [];
    const counting = {
      ...engine,
      commit: async (writes: Parameters<typeof engine.commit>[0]) => {
        commits.push(writes.length);
        return engine.commit(writes);
      },
    };
    expect(await sealEarlierEvents({ ...services, engine: counting })).toBe(4001);
    expect(commits).toEqual([4]);
    expect(findingsIn(services)).toEqual([]);
    expect(await loadHead(engine.db, 'assessment/first')).toMatchObject({ position: 2001 });
  });

  test('those of a later time are sealed too, and verification names that they were late', async () => {
    const services = await testServices();
    await services.engine.commit([audit(eventOf(1))]);
    unsealed(services, 2, null);
    await openTrail(services);
    expect(findingsIn(services)).toMatchObject([
      { code: 'sealed-later', events: 1, event: { event: 'audit-events-sealed' } },
    ]);
  });

  test('a trail that lost all its seals is not taken for an old one', async () => {
    const { services } = await trailOf(10);
    const copy = unprotectedCopy(services.engine.connection.serialize());
    copy.exec(
      'update audit_events set chain = null, position = null, previous = null, seal = null',
    );
    const other = await testServices();
    for (const row of copy.prepare<[], [number]>('select sequence from audit_events').raw().all()) {
      unsealed(other, row[0], null);
    }
    const lines: string[] = [];
    const { trailHeads } = services;
    await openTrail({ ...other, trailHeads, log: (event) => lines.push(event) });
    expect(lines).toContain('audit-head-missing');
    expect(findingsIn(other)).toMatchObject([{ code: 'sealed-later' }]);
  });
});

describe('the heads', () => {
  test('of every chain that has grown go into the installation’s chain, once', async () => {
    const services = await testServices();
    await withAssessments(services);
    await services.engine.commit([audit(eventOf(4)), audit(eventOf(5))]);
    expect(await noteHeads(services)).toEqual({ chains: 2 });
    expect(await noteHeads(services)).toEqual({ chains: 0 });
    await services.engine.commit([audit(eventOf(8))]);
    expect(await noteHeads(services)).toEqual({ chains: 1 });
  });

  test('of a chain that grows while they are noted come the next time', async () => {
    const services = await testServices();
    await withAssessments(services);
    await services.engine.commit([audit(eventOf(4))]);
    const { engine } = services;
    const meanwhile = {
      ...engine,
      commit: async (writes: Parameters<typeof engine.commit>[0]) => {
        await engine.commit([audit(eventOf(5))]);
        return engine.commit(writes);
      },
    };
    expect(await noteHeads({ ...services, engine: meanwhile })).toEqual({ chains: 1 });
    expect(await noteHeads(services)).toEqual({ chains: 1 });
  });

  test('the installation’s own goes to the log and to a file outside the database', async () => {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'charter-')), 'beside', 'heads');
    const lines: unknown[] = [];
    const services = {
      ...(await testServices()),
      trailHeads: openTrailHeads(file),
      log: (event: string, facts: object = {}) => lines.push({ event, ...facts }),
    };
    await services.engine.commit([audit(eventOf(2))]);
    await noteHeads(services);
    await noteHeads(services);
    const head = await loadHead(services.engine.db, 'installation');
    if (head === null) throw new Error('no head');
    const written = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(written.map((line) => JSON.parse(line))).toEqual([
      { at: '2027-03-01T09:00:00.000Z', head: headText(head) },
    ]);
    expect(lines).toEqual([{ event: 'audit-head', head: headText(head) }]);
    expect(await openTrailHeads(file).list()).toEqual([head]);
  });

  test('are read again as they were printed, line breaks of a letter or not', () => {
    const head = {
      chain: 'assessment/0198',
      position: 12,
      seal: `0123abcd.${'A-_b'.repeat(10)}xyz`,
    };
    const text = headText(head);
    expect(readHead(text)).toEqual(head);
    expect(readHead(`${text.slice(0, 30)}\n  ${text.slice(30)} `)).toEqual(head);
    expect(readHead('installation:0:x')).toBeNull();
  });
});

describe('another key', () => {
  const SECOND = 'another secret of sixteen';

  async function withSecondKey() {
    const { services } = await trailOf(20);
    const { key } = services.config.trail;
    const [file] = [services.engine.connection.name];
    services.close();
    const { openEngine } = await import('#db/engine.sqlite.ts');
    const { sealing } = await import('#app/adapters/backup/trail-seal.ts');
    const trailSeal = openTrailSeal(SECOND, [key]);
    const engine = openEngine(file, path.resolve('db/migrations/sqlite'), {
      seal: sealing(trailSeal),
    });
    const lines: string[] = [];
    const second = { ...services, engine, trailSeal, log: (event: string) => lines.push(event) };
    await openTrail(second);
    await openTrail(second);
    await engine.commit([audit(eventOf(21))]);
    return { second, key, lines };
  }

  test('is told in the trail once, and what the earlier one sealed is still checked', async () => {
    const { second, key, lines } = await withSecondKey();
    expect(lines.filter((line) => line === 'audit-key-changed')).toHaveLength(1);
    const trail = { ...second.config.trail, key: SECOND, oldKeys: [key] };
    const { connection } = second.engine;
    expect(verified(connection, { ...second.config, trail }, []).findings).toEqual([]);
    const without = verified(
      connection,
      { ...second.config, trail: { ...trail, oldKeys: [] } },
      [],
    );
    expect(new Set(without.findings.map(({ code }) => code))).toEqual(new Set(['unknown-key']));
  });

  test('the earlier one seals nothing any more', async () => {
    const { second, key } = await withSecondKey();
    const { openEngine } = await import('#db/engine.sqlite.ts');
    const { sealing } = await import('#app/adapters/backup/trail-seal.ts');
    const thief = openEngine(second.engine.connection.name, path.resolve('db/migrations/sqlite'), {
      seal: sealing(openTrailSeal(key)),
    });
    await thief.commit([audit(eventOf(22))]);
    const trail = { ...second.config.trail, key: SECOND, oldKeys: [key] };
    expect(verified(thief.connection, { ...second.config, trail }, []).findings).toMatchObject([
      { code: 'old-key', event: { sequence: expect.any(Number) } },
    ]);
    thief.close();
  });
});

test('an earlier key seals nothing more after a cut took all that it had sealed', async () => {
  const { services } = await trailOf(20);
  const { engine, config } = services;
  const second = openTrailSeal('another secret of sixteen', [config.trail.key]);
  const { openEngine } = await import('#db/engine.sqlite.ts');
  const { sealing } = await import('#app/adapters/backup/trail-seal.ts');
  const migrations = path.resolve('db/migrations/sqlite');
  const own = openEngine(engine.connection.name, migrations, { seal: sealing(second) });
  const now = { ...services, engine: own, trailSeal: second };
  await openTrail(now);
  for (const subject of ['first', 'second', null]) {
    await own.commit([audit({ ...eventOf(30_000), subject })]);
  }
  expect(await cutTrail(now, eventOf(20_000).at)).toMatchObject({ ok: true });
  await engine.commit([audit({ ...eventOf(30_001), subject: null })]);
  const trail = { ...config.trail, key: 'another secret of sixteen', oldKeys: [config.trail.key] };
  expect(verified(own.connection, { ...config, trail }, []).findings).toMatchObject([
    { code: 'old-key', event: { at: eventOf(30_001).at } },
  ]);
  own.close();
});

describe('a cut', () => {
  const BEFORE = '2027-03-01T10:00:00.000Z';

  test('leaves a checkpoint from which verification goes on, and the trail goes on growing', async () => {
    const { services, head } = await trailOf(120);
    const cut = await cutTrail(services, BEFORE);
    expect(cut).toMatchObject({ ok: true });
    const left = services.engine.connection
      .prepare("select count(*) from audit_events where at < ? and event not like 'audit-%'")
      .pluck()
      .get(BEFORE);
    expect(left).toBe(0);
    expect(findingsIn(services, head)).toEqual([]);
    await services.engine.commit([audit(eventOf(121))]);
    expect(findingsIn(services, await newestHead(services))).toEqual([]);
  });

  test('what is removed beyond it, or a checkpoint that was changed, is found', async () => {
    const { services } = await trailOf(120);
    await cutTrail(services, BEFORE);
    const head = await newestHead(services);
    const content = services.engine.connection.serialize();
    const after = (sql: string) => {
      const copy = unprotectedCopy(content);
      copy.exec(sql);
      return verified(copy, services.config, [head]).findings.map(({ code }) => code);
    };
    const first = "(select min(position) from audit_events where chain = 'assessment/first')";
    expect(
      after(`delete from audit_events where chain = 'assessment/first' and position = ${first}`),
    ).toEqual(['removed']);
    expect(after('update audit_checkpoints set position = position + 1')).toContain(
      'checkpoint-changed',
    );
    expect(after('delete from audit_checkpoints')).toContain('removed');
  });

  test('tells where every chain ends, so that one that has not grown since cannot go unseen', async () => {
    const { services } = await trailOf(100);
    for (let turn = 5000; turn < 5005; turn += 1) {
      await services.engine.commit([audit({ ...eventOf(turn), subject: 'second' })]);
    }
    await newestHead(services);
    expect(await cutTrail(services, eventOf(5000).at)).toMatchObject({ ok: true });
    const head = await newestHead(services);
    const content = services.engine.connection.serialize();
    const after = (...statements: readonly string[]) => {
      const copy = unprotectedCopy(content);
      for (const sql of statements) copy.exec(sql);
      return verified(copy, services.config, [head]).findings.map(({ code }) => code);
    };
    const events = "delete from audit_events where chain = 'assessment/first'";
    const checkpoint = "delete from audit_checkpoints where chain = 'assessment/first'";
    expect(after()).toEqual([]);
    expect(after(events)).toEqual(['chain-removed', 'tail-removed']);
    expect(after(events, checkpoint)).toEqual(['tail-removed']);
  });

  test('without one nothing can be deleted, and where all is younger nothing is cut', async () => {
    const { services } = await trailOf(10);
    expect(await cutTrail(services, '2020-01-01T00:00:00.000Z')).toMatchObject({ ok: false });
    expect(() => services.engine.connection.exec('delete from audit_events')).toThrow(
      /never deleted/,
    );
  });
});
