// Checks that run beside each other (npm run check): what each said stays together, and no failure is lost.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const BESIDE = path.resolve(import.meta.dirname, '../beside.ts');

test('the output is in the order asked for, and one failure is the failure of all', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'charter-'));
  const scripts = { slow: 'node -e "setTimeout(() => console.log(1), 300)"', bad: 'exit 3' };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ scripts }));
  const run = (...names: readonly string[]) =>
    spawnSync(process.execPath, [BESIDE, ...names], { cwd: folder, encoding: 'utf8' });
  const mixed = run('slow', 'bad', 'slow');
  expect([mixed.status, mixed.stdout]).toEqual([1, '== slow\n1\n== bad: failed (3)\n== slow\n1\n']);
  expect(run('slow').status).toBe(0);
});
