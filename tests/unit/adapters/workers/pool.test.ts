import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openPool, type Pool } from '#app/adapters/workers/pool.ts';

type Jobs = typeof import('#tests/support/pool-jobs.ts');

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const FILE = path.join(ROOT, 'tests/support/pool-jobs.ts');

const opened: Pool<Jobs>[] = [];
afterAll(() => {
  for (const pool of opened) pool.close();
});

function poolOf(
  runtime: 'worker_threads' | 'child_process',
  { seconds = 60, places = 1, deaths = [] as string[] } = {},
) {
  const onDeath = (reason: string) => void deaths.push(reason);
  const pool = openPool<Jobs>({ file: FILE, runtime, places, heapMegabytes: 48, seconds, onDeath });
  opened.push(pool);
  return pool;
}

describe.each(['worker_threads', 'child_process'] as const)('a pool of %s', (runtime) => {
  test('gives back what the job returns, and keeps its worker for the next one', async () => {
    const pool = poolOf(runtime);
    const first = await pool.run('echo', 'Siân', 'a');
    expect(first).toMatchObject({ ok: true, value: { text: 'Siân' } });
    expect(await pool.run('echo', 'Siân', 'b')).toEqual(first);
  });

  test('stops a job that takes longer than it may, and works on', async () => {
    const pool = poolOf(runtime, { seconds: 2 });
    const stopped = pool.run('spin', 1, 'a');
    const after = pool.run('echo', 'next', 'b');
    expect(await stopped).toEqual({ ok: false, problem: { code: 'out-of-time', seconds: 2 } });
    expect(await after).toMatchObject({ ok: true, value: { text: 'next' } });
  });

  test('stops a job that holds more than it may, and works on', async () => {
    const pool = poolOf(runtime);
    expect(await pool.run('hoard', 1_000_000, 'a')).toEqual({
      ok: false,
      problem: { code: 'out-of-memory' },
    });
    expect(await pool.run('echo', 'next', 'a')).toMatchObject({ ok: true });
  });

  test('throws what a job throws, and works on', async () => {
    const pool = poolOf(runtime);
    await expect(pool.run('fail', 'a mistake of ours', 'a')).rejects.toThrow('a mistake of ours');
    expect(await pool.run('echo', 'next', 'a')).toMatchObject({ ok: true });
  });
});

test('a process that is killed at its work is replaced, and its job is refused', async () => {
  const pool = poolOf('child_process');
  const refused = { ok: false, problem: { code: 'out-of-memory' } };
  expect(await pool.run('die', 'SIGKILL', 'a')).toEqual(refused);
  expect(await pool.run('echo', 'next', 'a')).toMatchObject({ ok: true });
});

test('a process that is killed while it waits is replaced, and told of', async () => {
  const deaths: string[] = [];
  const pool = poolOf('child_process', { deaths });
  const first = await pool.run('echo', 'first', 'a');
  if (!first.ok) throw new Error(first.problem.code);
  process.kill(first.value.pid, 'SIGKILL');
  await expect.poll(() => deaths.length).toBe(1);
  const next = await pool.run('echo', 'next', 'a');
  expect(next).toMatchObject({ ok: true, value: { text: 'next' } });
  expect(next.ok && next.value.pid).not.toBe(first.value.pid);
});

test('a third waiting job of one person is refused at once, with when to ask again', async () => {
  const pool = poolOf('worker_threads', { seconds: 2 });
  const running = pool.run('spin', 1, 'a');
  const waiting = [pool.run('echo', '1', 'a'), pool.run('echo', '2', 'a')];
  expect(await pool.run('echo', '3', 'a')).toEqual({
    ok: false,
    problem: { code: 'work-waiting', seconds: 5 },
  });
  expect(await running).toMatchObject({ problem: { code: 'out-of-time' } });
  expect(await Promise.all(waiting)).toMatchObject([{ ok: true }, { ok: true }]);
});

test('what one person asks for waits for one job of another, however many those have', async () => {
  const pool = poolOf('worker_threads');
  const order: string[] = [];
  const ask = async (name: string, person: string) => {
    await pool.run('echo', name, person);
    order.push(name);
  };
  await Promise.all([ask('a1', 'a'), ask('a2', 'a'), ask('a3', 'a'), ask('b1', 'b')]);
  expect(order).toEqual(['a1', 'b1', 'a2', 'a3']);
});

test.each(['worker_threads', 'child_process'])(
  '%s that wait keep no process from ending',
  (runtime) => {
    const script = `
    import { openPool } from '#app/adapters/workers/pool.ts';
    const pool = openPool({ file: ${JSON.stringify(FILE)}, runtime: '${runtime}', places: 1,
      heapMegabytes: 48, seconds: 60, onDeath: console.error });
    console.log((await pool.run('echo', 'done', 'a')).value.text);
  `;
    const ended = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: ROOT,
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(ended).toMatchObject({ status: 0, stdout: 'done\n', stderr: '' });
  },
);
