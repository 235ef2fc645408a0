// A charter that its administrator tries: the answer to the form is all that there is of it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  type Answer,
  signedInAs,
  tablesHash,
  unescaped,
  type Visitor,
} from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';

const TRIAL = '/admin/charters/trial';
const FOLDER = path.join('charter-criteria', 'gender-equality-example', '1.0.0');

let app: AppServer;
let administrator: Visitor;

beforeAll(async () => {
  app = await startApp();
  administrator = await signedInAs(app, PEOPLE.administrator);
});
afterAll(() => app?.stop());

const files = (): Record<string, Uint8Array> =>
  Object.fromEntries(
    readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [`v/${name}`, readFileSync(path.join(FOLDER, name))]),
  );

async function tried(zip: Uint8Array, person = administrator): Promise<Answer> {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(zip)], 'charter.zip'));
  return person.upload(TRIAL, form);
}

const stored = () => readdirSync(path.join(app.folder, 'files')).toSorted();

test('a sound charter is shown as it will look, compared and counted, and nothing of it is kept', async () => {
  const [before, kept] = [tablesHash(app.folder), stored()];
  const answer = await tried(zipSync(files()));
  expect(answer.status).toBe(200);
  const text = unescaped(answer.text);
  expect(text).toMatch(/<h1[^>]*>Trial of /);
  expect(text).toContain('Nothing is wrong with it');
  expect(text).toContain('Fewer than 10 departments have a decided submission');
  expect(text).toContain('How it will look');
  expect(tablesHash(app.folder)).toBe(before);
  expect(stored()).toEqual(kept);
  expect((await administrator.get(TRIAL)).text).not.toContain('Trial of');
});

test('a mistake is told with file, line and column, and what a file says is shown as text only', async () => {
  const broken = strToU8('<script>alert(1)</script>: [');
  const answer = await tried(zipSync({ ...files(), 'v/levels.yaml': broken, 'v/<b>.txt': broken }));
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('This charter is not sound yet');
  expect(answer.text).toContain('levels.yaml');
  expect(answer.text).not.toMatch(/<script>alert|<b>\.txt/);
  expect(answer.text).toContain('stray-file');
});

test('nobody but an administrator may send one', async () => {
  const lead = await signedInAs(app, PEOPLE.lead);
  expect((await tried(zipSync(files()), lead)).status).toBe(404);
});

describe('is refused with a sentence, and nothing of it is kept', () => {
  test.each<readonly [string, () => Uint8Array, RegExp]>([
    ['no zip', () => strToU8('charter: mine'), /This is no zip file/],
    ['nothing', () => new Uint8Array(), /empty|Choose a zip file/],
    ['half a zip', () => zipSync(files()).slice(0, 5000), /damaged or not whole/],
    ['a bomb', () => zipSync({ 'charter.yaml': new Uint8Array(3_000_000) }), /packed as none/],
    ['a way out', () => zipSync({ '../../charter.yaml': strToU8('x') }), /packed as none/],
  ])('%s', async (_, zip, words) => {
    const [before, kept] = [tablesHash(app.folder), stored()];
    const answer = await tried(zip());
    expect(answer.status).toBe(422);
    expect(unescaped(answer.text)).toMatch(words);
    expect(tablesHash(app.folder)).toBe(before);
    expect(stored()).toEqual(kept);
  });

  test('YAML that was made to exhaust its reader is a finding, and others are answered meanwhile', async () => {
    const deep = strToU8(`a: ${'['.repeat(300_000)}`);
    const many = Object.fromEntries(
      Array.from({ length: 25 }, (_, n) => [
        `v/sections/s${n}.yaml`,
        strToU8('- a: b\n'.repeat(9000)),
      ]),
    );
    const state = { over: false };
    const answer = tried(zipSync({ ...files(), ...many, 'v/levels.yaml': deep }));
    void answer.finally(() => (state.over = true));
    // More pages than are answered between a file's arrival and the beginning of its reading.
    for (let page = 0; page < 40; page += 1) {
      expect((await administrator.get('/healthz')).status).toBe(200);
    }
    expect(state.over).toBe(false);
    const { status, text } = await answer;
    expect([200, 422]).toContain(status);
    expect(unescaped(text)).toMatch(/nested more than|stopped/);
  });
});
