// The real clamd, with a signature of our own and no other: does our client understand it? Run by .ci/run
// where Debian's clamav can be had; needs `clamd` on the PATH and takes some seconds.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { createScanFile } from '#app/adapters/evidence-files/clamd.ts';
import { EICAR } from '#tests/support/clamd-server.ts';

const SECONDS = 30;
const OURS = 'A text that only our own signature knows.';
const signature = (name: string, text: string) =>
  `${name}:0:*:${Buffer.from(text).toString('hex')}\n`;

const folder = mkdtempSync(path.join(os.tmpdir(), 'clamd-'));
const socket = path.join(folder, 'clamd.ctl');
writeFileSync(
  path.join(folder, 'own.ndb'),
  signature('Charter.Test', OURS) + signature('Charter.Eicar', EICAR),
);
writeFileSync(
  path.join(folder, 'clamd.conf'),
  [
    `DatabaseDirectory ${folder}`,
    `LocalSocket ${socket}`,
    `TemporaryDirectory ${folder}`,
    'Foreground yes',
    'StreamMaxLength 26M',
  ].join('\n'),
);
const clamd = spawn('clamd', ['--config-file', path.join(folder, 'clamd.conf')], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const ended = once(clamd, 'exit');
try {
  for (let second = 0; !existsSync(socket); second += 0.25) {
    assert.ok(second < SECONDS && clamd.exitCode === null, 'clamd did not start');
    await wait(250);
  }
  const scan = createScanFile({ path: socket });
  const of = (content: Buffer | string) => scan(Readable.from([Buffer.from(content)]));
  assert.deepEqual(await of('Annwyl Siân'), { verdict: 'clean' });
  assert.deepEqual(await of(Buffer.alloc(25 * 1024 * 1024, 'abc')), { verdict: 'clean' });
  for (const [text, name] of [
    [OURS, 'Charter.Test'],
    [EICAR, 'Charter.Eicar'],
  ] as const) {
    assert.deepEqual(await of(`Minutes. ${text}`), {
      verdict: 'infected',
      found: `${name}.UNOFFICIAL`,
    });
  }
  // It may hang up before its words arrive; either way the file was not called clean.
  const { verdict } = await of(Buffer.alloc(30 * 1024 * 1024));
  assert.ok(verdict === 'too-large' || verdict === 'unavailable', verdict);
  assert.deepEqual(await of('and then'), { verdict: 'clean' });
  console.log(`the real clamd answers as expected; a file that is too large: ${verdict}`);
} finally {
  clamd.kill('SIGKILL');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
