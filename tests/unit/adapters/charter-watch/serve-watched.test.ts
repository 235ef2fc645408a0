// A charter watched over real HTTP: every change of its files is told, and nobody else is answered.
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { serveWatched } from '#app/adapters/charter-watch/serve-watched.ts';
import { type CharterWatch, watchCharter } from '#app/adapters/charter-watch/watch-charter.ts';
import type { Watched } from '#app/domain/charter/authoring/watched.ts';
import { ROOT, temporaryFolder } from '#tests/support/command.ts';

const SOURCE = path.join(ROOT, 'charter-criteria/gender-equality-example/1.0.0');

/** What the page says of the charter, in a form that is easy to read back. */
const pages = {
  render: ({ revision, charter, mistakes }: Watched, at: string) => ({
    status: at === '/' ? 200 : 404,
    html: JSON.stringify({ revision, title: charter?.title ?? null, mistakes }),
  }),
  files: new Map([['/watch.css', { type: 'text/css', bytes: 'body { color: black }' }]]),
};

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function watched(break_: (folder: string) => Promise<void> = async () => {}) {
  const folder = path.join(temporaryFolder(), '1.0.0');
  await cp(SOURCE, folder, { recursive: true });
  await break_(folder);
  const waiting: ((now: Watched) => void)[] = [];
  const given: { watch?: CharterWatch } = {};
  const served = await serveWatched(() => state(given.watch), pages, 0);
  given.watch = await watchCharter(folder, (now) => {
    served.changed(now);
    for (const told of waiting.splice(0)) told(now);
  });
  ends.push(async () => {
    given.watch?.stop();
    await served.close();
  });
  const change = () => new Promise<Watched>((resolve) => waiting.push(resolve));
  return { folder, served, change };
}

function state(watch: CharterWatch | undefined): Watched {
  if (watch === undefined) throw new Error('nothing is watched yet');
  return watch.now();
}

/** Puts a file in its place at once, so that nobody reads half of it. */
async function put(file: string, text: string): Promise<void> {
  const whole = path.join(temporaryFolder(), 'whole.yaml');
  await writeFile(whole, text);
  await rename(whole, file);
}

async function editTitle(folder: string, line: string): Promise<void> {
  const file = path.join(folder, 'charter.yaml');
  const text = await readFile(file, 'utf8');
  await put(file, text.replace(/^tit(?:le|ele): .*$/m, line));
}

function asked(address: string, options: http.RequestOptions): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    http.request(address, options, resolve).on('error', reject).end();
  });
}

/** The first event of a page that shows this revision. */
async function firstEvent(address: string, shown: number): Promise<string> {
  const response = await fetch(`${address}/events?shown=${shown}`);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ''; ;) {
    const part = await reader?.read();
    text += part?.value ?? '';
    const [, data] = /^data: (.*)\n\n/m.exec(text) ?? [];
    if (data !== undefined || part?.done !== false) {
      await reader?.cancel();
      return data ?? 'closed';
    }
  }
}

describe('a charter that is watched', () => {
  test('shows a mistake with its line after a save, keeps the last sound charter, and goes on', async () => {
    const { folder, served, change } = await watched();
    const before = await (await fetch(served.address)).json();
    expect(before).toMatchObject({ revision: 1, mistakes: [] });
    const event = firstEvent(served.address, 1);
    const broken = change();
    await editTitle(folder, 'titele: Another');
    await broken;
    expect(await event).toBe('2');
    const page = await (await fetch(served.address)).json();
    expect(page.title).toBe(before.title);
    const line = (await readFile(path.join(folder, 'charter.yaml'), 'utf8'))
      .split('\n')
      .indexOf('titele: Another');
    expect(page.mistakes).toContainEqual(
      expect.objectContaining({
        file: 'charter.yaml',
        line: line + 1,
        code: 'unknown-key',
        lines: expect.arrayContaining([{ number: line + 1, text: 'titele: Another' }]),
      }),
    );
    const mended = change();
    await editTitle(folder, 'title: Another');
    await mended;
    const after = await (await fetch(served.address)).json();
    expect(after).toMatchObject({ revision: 3, title: 'Another', mistakes: [] });
  });

  test('sees a file that takes the place of another, as editors save, and not what they leave beside', async () => {
    const { folder, change } = await watched();
    const saved = change();
    await writeFile(path.join(folder, '.charter.yaml.swp'), 'left by an editor');
    await writeFile(path.join(folder, 'charter.yaml~'), 'left by an editor');
    const levels = path.join(folder, 'levels.yaml');
    const text = await readFile(levels, 'utf8');
    await put(levels, text.replace(/label: .*/, 'label: Beginnings'));
    const now = await saved;
    expect(now.mistakes).toEqual([]);
    expect(now.charter?.levels[0]?.label).toBe('Beginnings');
  });

  test('a folder that goes is told once, and its coming back as well', async () => {
    const { folder, change } = await watched();
    const aside = path.join(temporaryFolder(), 'aside');
    const goes = change();
    await rename(folder, aside);
    const gone = await goes;
    expect(gone).toMatchObject({ revision: 2, gone: true, mistakes: [] });
    expect(gone.charter).not.toBeNull();
    const returns = change();
    await rename(aside, folder);
    expect(await returns).toMatchObject({ revision: 3, gone: false });
  });

  test('a page that shows an older revision is told at once', async () => {
    const { served } = await watched();
    expect(await firstEvent(served.address, 7)).toBe('1');
  });

  test('with a mistake from the first there is no charter, and a new file is seen', async () => {
    const { folder, served, change } = await watched((at) => rm(path.join(at, 'levels.yaml')));
    expect(await (await fetch(served.address)).json()).toMatchObject({ title: null });
    const mended = change();
    const levels = await readFile(path.join(SOURCE, 'levels.yaml'), 'utf8');
    await put(path.join(folder, 'levels.yaml'), levels);
    expect((await mended).charter).not.toBeNull();
  });

  test('a folder that comes later is watched from then on', async () => {
    const aside = path.join(temporaryFolder(), 'sections');
    const { folder, change } = await watched((at) => rename(path.join(at, 'sections'), aside));
    const whole = change();
    await rename(aside, path.join(folder, 'sections'));
    expect((await whole).charter).not.toBeNull();
    const edited = change();
    const file = path.join(folder, 'sections/2-careers.yaml');
    const text = await readFile(file, 'utf8');
    await put(file, text.replace(/^title: .*$/m, 'title: Ways on'));
    expect((await edited).charter?.sections[1]?.title).toBe('Ways on');
  });

  test('answers on this machine only, to its own name only, and takes nothing', async () => {
    const { served } = await watched();
    const { hostname, port } = new URL(served.address);
    expect(hostname).toBe('127.0.0.1');
    const status = async (options: http.RequestOptions) =>
      (await asked(served.address, options)).statusCode;
    expect(await status({})).toBe(200);
    expect(await status({ headers: { host: `localhost:${port}` } })).toBe(200);
    for (const host of [
      'example.org',
      `example.org:${port}`,
      '127.0.0.1',
      `127.0.0.1.example:${port}`,
    ]) {
      expect(await status({ headers: { host } })).toBe(421);
      expect(await status({ headers: { host }, path: '/events' })).toBe(421);
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect(await status({ method })).toBe(405);
    }
    expect(await status({ path: '/../package.json' })).toBe(404);
    expect(await status({ path: '/%' })).toBe(400);
    expect(await status({ path: '/watch.css' })).toBe(200);
    const page = await fetch(served.address);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  test('open pages do not keep it from ending', async () => {
    const { served } = await watched();
    const event = firstEvent(served.address, 1).catch(() => 'closed');
    await (await fetch(served.address)).text();
    await served.close();
    ends.pop();
    expect(await event).toBe('closed');
  });

  test('a folder that cannot be read is refused', async () => {
    const none = path.join(temporaryFolder(), 'none');
    await expect(watchCharter(none, () => {})).rejects.toThrow('ENOENT');
    await mkdir(none);
    const watch = await watchCharter(none, () => {});
    expect(watch.now().mistakes.map(({ code }) => code)).toContain('missing-file');
    watch.stop();
  });
});
