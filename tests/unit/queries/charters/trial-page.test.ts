// A charter on trial by what panels have decided: counted of records that are what was decided, told of nobody.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readCharterZip } from '#app/adapters/charter-files/charter-zip.ts';
import { ok } from '#app/domain/problem.ts';
import { scoreTrial } from '#app/domain/review/trial-score.ts';
import { trialPage } from '#app/queries/charters/trial-page.ts';
import { decidedAgain } from '#tests/support/decided-again.ts';
import { decidedReview } from '#tests/support/review.ts';
import { askedDuring } from '#tests/support/statements.ts';

const FOLDER = path.join('charter-criteria', 'bme-mentoring', '1.0.0');

/** The version that was decided under with the next number, and the files that are to be changed. */
function tried(changes: Readonly<Record<string, (text: string) => string>> = {}): Uint8Array {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const text = readFileSync(path.join(FOLDER, name), 'utf8');
      const numbered = name === 'charter.yaml' ? text.replace('1.0.0', '9.0.0') : text;
      return [name, strToU8(changes[name]?.(numbered) ?? numbered)] as const;
    });
  return zipSync(Object.fromEntries(files));
}

/** Read and scored in this process: the pools, which have a limit of time, are tried with the service. */
const trials: Parameters<typeof trialPage>[0]['trials'] = {
  read: readCharterZip,
  score: async (question) => ok(scoreTrial(question)),
};

async function found(...[services, actor, zip]: Parameters<typeof trialPage>) {
  const page = await trialPage({ ...services, trials }, actor, zip);
  if (!page.ok) throw new Error(page.problem.code);
  return page.value;
}

describe('decided submissions under a charter on trial', () => {
  test('are too few with nine, and with ten are counted by nobody’s name', async () => {
    const { services, administrator } = await decidedReview({ outcome: 'award', level: 'bronze' });
    await decidedAgain(services, 8);
    const nine = await found(services, administrator, tried());
    expect(nine.sound?.scores).toEqual({ kind: 'too-few' });
    await decidedAgain(services, 1, 9);
    const { sound, mistakes } = await found(services, administrator, tried());
    expect(mistakes.all).toBe(0);
    const scores = sound?.scores;
    if (scores?.kind !== 'counted') throw new Error('not counted');
    expect(scores.all).toBe(10);
    expect(scores.now).toEqual(scores.before);
    expect(scores.now.reduce((sum, { count }) => sum + count, 0)).toBe(10);
    expect(JSON.stringify(scores)).not.toMatch(/Secret|therap|north/i);
  });

  test('are only those that are what was submitted and decided, in as many statements for all', async () => {
    const { services, administrator } = await decidedReview({ outcome: 'award', level: 'bronze' });
    const asks = async () => {
      const zip = tried();
      const { connection } = services.engine;
      return (await askedDuring(connection, () => found(services, administrator, zip))).length;
    };
    const once = await asks();
    await decidedAgain(services, 9);
    expect(await asks()).toBe(once);
    const { connection } = services.engine;
    const triggers = connection.prepare("select name from sqlite_schema where type = 'trigger'");
    for (const name of triggers.pluck().all()) connection.exec(`drop trigger "${String(name)}"`);
    connection.exec("update decisions set outcome = 'not-awarded' where id = 'again-3'");
    const altered = await found(services, administrator, tried());
    expect(altered.sound?.scores).toEqual({ kind: 'too-few' });
  });
});

test('nobody else may try a charter', async () => {
  const { services, chair, lead } = await decidedReview({ outcome: 'award', level: 'bronze' });
  for (const person of [chair, lead]) {
    expect(await trialPage(services, person, tried())).toMatchObject({
      problem: { code: 'not-found' },
    });
  }
});

test('a charter with a mistake is told by file and line, and nothing else is shown of it', async () => {
  const { services, administrator } = await decidedReview({ outcome: 'award', level: 'bronze' });
  const zip = tried({ 'levels.yaml': (text) => text.replace('levels:', 'levles:') });
  const page = await found(services, administrator, zip);
  expect(page.sound).toBeNull();
  expect(page.mistakes.first.map(({ file }) => file)).toContain('levels.yaml');
});

test('a sound one is compared with the newest of its id, and its number is judged', async () => {
  const { services, administrator } = await decidedReview({ outcome: 'award', level: 'bronze' });
  const zip = tried({ 'charter.yaml': (text) => text.replace('9.0.0', '2.0.1') });
  const { sound } = await found(services, administrator, zip);
  expect(sound?.compared?.title).toContain('2.0.0 and 2.0.1');
  expect(sound?.compared?.truthful).toBe(false);
});
