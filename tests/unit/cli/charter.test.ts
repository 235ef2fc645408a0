import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');

function charter(args: readonly string[], input = '') {
  const run = spawnSync(process.execPath, ['app/cli/charter.ts', ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe('the charter command', () => {
  test('a sound charter validates with exit code 0 and a quiet standard output', () => {
    const { code, out } = charter(['validate', 'charter-criteria/bme-mentoring/1.0.0']);
    expect([code, out]).toEqual([0, '']);
  });

  test('an assessment is read from standard input and scored as JSON', () => {
    const file = 'charter: bme-mentoring@1.0.0\nanswers: {G1: {rating: 1}}\n';
    const { code, out } = charter(['score', '-', '--json'], file);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      charter: 'bme-mentoring@1.0.0',
      // charter.md: weights 6 x 3 + 12 x 2 + 17 x 1 = 59, so 236 points; 2 of 236 is 0.847 %, down.
      overall: { points: 2, available: 236, percent: '0.8' },
      level: null,
    });
  });

  test('a mistake in an assessment is told with its line, without a stack', () => {
    const file = 'charter: bme-mentoring@1.0.0\nanswers:\n  G99: {rating: 1}\n  G1: {rating: 9}\n';
    const { code, out, err } = charter(['score', '-'], file);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^-:3:\d+: .*"G99".*\n-:4:\d+: expected a rating from 0 to 4/);
    expect(err).not.toContain('    at ');
  });

  test('the draft of the charter is a truthful minor version', () => {
    const { code, out } = charter(['diff', 'bme-mentoring@1.0.0', 'bme-mentoring@1.1.0', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ needs: 'minor', declared: 'minor', truthful: true });
  });

  test('an unknown option or verb is a usage error', () => {
    expect(charter(['score', '--jsn']).code).toBe(2);
    expect(charter(['scor']).code).toBe(2);
  });
});
