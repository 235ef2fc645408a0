// The demo: a fictional department's assessment scored, and its documents written.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

const assessment = path.join(import.meta.dirname, 'therapies.yaml');
const folder = path.resolve(import.meta.dirname, '../../data/demo');
const command = path.resolve(import.meta.dirname, '../cli/charter.ts');

function charter(...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [command, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

mkdirSync(folder, { recursive: true });
charter('score', assessment);
charter('report', assessment, '--out', path.join(folder, 'action-plan.pdf'));
charter(
  'report',
  assessment,
  '--kind',
  'self-assessment',
  '--out',
  path.join(folder, 'self-assessment.pdf'),
);
