// `charter watch` as a person starts it: built, served, and ended by Ctrl+C.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { charter, ROOT, temporaryFolder } from '#tests/support/command.ts';

const FOLDER = 'charter-criteria/gender-equality-example/1.0.0';
const TRANSLATED = 'charter-criteria/placement-learning-example/1.0.0';

test('the command serves the page in its own look until Ctrl+C', async () => {
  const running = spawn(
    process.execPath,
    ['app/cli/charter.ts', 'watch', TRANSLATED, '--language', 'cy-GB'],
    {
      cwd: ROOT,
      env: { ...process.env, BUILD_DIR: path.join(temporaryFolder(), 'build') },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(running, 'exit');
  const [line] = await once(createInterface(running.stdout), 'line');
  const [, address = '', query = ''] =
    / at (http:\/\/127\.0\.0\.1:\d+)(\/\?language=cy-GB)$/.exec(String(line)) ?? [];
  const page = await (await fetch(address)).text();
  expect(page).toContain('No mistake in the files.');
  expect(page).not.toContain('lang="cy" dir=');
  const welsh = await (await fetch(address + query)).text();
  expect(welsh).toContain('<span lang="cy" dir="ltr">');
  expect(welsh).not.toMatch(/\u{E0001}/u);
  const styles = await (await fetch(`${address}/watch.css`)).text();
  expect(styles).toContain('.nhsuk-details');
  const [, font = ''] = /url\(["']?(\/assets\/[^"')]*\.woff2)/.exec(styles) ?? [];
  expect((await fetch(address + font)).headers.get('content-type')).toBe('font/woff2');
  running.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
});

test('what cannot be served is told before anything is built', async () => {
  const port = await charter(['watch', FOLDER, '--port', '70000']);
  expect([port.code, port.err]).toEqual([2, expect.stringContaining('up to 65535')]);
  const other = await charter(['watch', FOLDER, '--language', 'cy']);
  expect([other.code, other.err]).toEqual([1, expect.stringContaining('has no translation cy')]);
  const none = await charter(['watch', path.join(temporaryFolder(), 'none')]);
  expect([none.code, none.err]).toEqual([3, expect.stringContaining('cannot read the folder')]);
});
