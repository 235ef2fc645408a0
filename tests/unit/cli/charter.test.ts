import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { charter, ROOT, startedCharter, temporaryFolder } from '#tests/support/command.ts';
import { plantAll, PLANTS, SOUND } from '#tests/support/planted-mistakes.ts';

const SAID = 'charter: bme-mentoring@1.0.0\nanswers: {G1: {rating: 1}}\n';
const ESCAPE = String.fromCharCode(27);

describe('the charter command', () => {
  test('a sound charter validates with exit code 0 and a quiet standard output', () => {
    const { code, out } = startedCharter(['validate', 'charter-criteria/bme-mentoring/1.0.0']);
    expect([code, out]).toEqual([0, '']);
  });

  test('twenty kinds of mistakes are reported at their lines in one run, with exit code 1', async () => {
    const folder = path.join(temporaryFolder(), '1.0.0');
    await cp(SOUND, folder, { recursive: true });
    const expected = await plantAll(folder, PLANTS);
    await writeFile(path.join(folder, 'notes.txt'), 'remember the milk\n');

    const { code, out, err } = await charter(['validate', folder]);

    const found = out
      .trimEnd()
      .split('\n')
      .map((line) => /^(.+):(\d+):\d+: (\S+) \S/.exec(line))
      .map((parts) => `${path.relative(folder, parts?.[1] ?? '')}:${parts?.[2]} ${parts?.[3]}`);
    expect(found.toSorted()).toEqual([...expected, 'notes.txt:1 stray-file'].toSorted());
    expect(new Set(found.map((line) => line.split(' ')[1])).size).toBeGreaterThanOrEqual(20);
    expect([code, err]).toEqual([1, `${folder}: ${found.length} found\n`]);
  });

  test('a level that asks for nothing is refused, and one that zeros would win is remarked', async () => {
    const folder = path.join(temporaryFolder(), '1.0.0');
    await cp(SOUND, folder, { recursive: true });
    const file = path.join(folder, 'levels.yaml');
    const sound = readFileSync(file, 'utf8');
    const asked = /    overall: 50\n    section: 33.33\n    requires: .*\n    coverage: 100\n/;
    expect(sound).toMatch(asked);
    await writeFile(file, sound.replace(asked, '    requires: { L1: 0 }\n'));
    const refused = await charter(['validate', folder]);
    expect(refused.code).toBe(1);
    expect(refused.out).toMatch(/levels.yaml:9:\d+: asks-for-nothing established asks for nothing/);
    await writeFile(file, sound.replace(/    overall: 33.33\n    requires: .*\n/, ''));
    const remarked = await charter(['validate', folder]);
    expect([remarked.code, remarked.out]).toEqual([0, '']);
    expect(remarked.err).toMatch(/levels.yaml:3:\d+: remark zeros-win foundation .*\n.* is sound/);
  });

  test('an assessment is read from standard input and scored as JSON', () => {
    const { code, out } = startedCharter(['score', '-', '--json'], { input: SAID });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      charter: 'bme-mentoring@1.0.0',
      // charter.md: weights 6 x 3 + 12 x 2 + 17 x 1 = 59, so 236 points; 2 of 236 is 0.847 %, down.
      overall: { points: 2, available: 236, percent: '0.8' },
      level: null,
    });
  });

  test('a mistake in an assessment is told with its line, without a stack', async () => {
    const file = 'charter: bme-mentoring@1.0.0\nanswers:\n  G99: {rating: 1}\n  G1: {rating: 9}\n';
    const { code, out, err } = await charter(['score', '-'], { input: file });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^-:3:\d+: .*"G99".*\n-:4:\d+: expected a rating from 0 to 4/);
    expect(err).not.toContain('    at ');
  });

  test.each([
    ['an alias', 'answers: &a\n  L1: &x {rating: 1}\n  L2: *x\n', [2, 3, 4], 'are not used'],
    ['an anchor alone', 'answers: {L1: &x {rating: 1}}\n', [2], 'are not used'],
    [
      'both keys',
      "answers:\n  L1: {rating: 1, notApplicable: 'x'}\n",
      [3],
      'L1 has both rating and',
    ],
    [
      'a second document',
      'answers: {}\n---\nanswers: {L1: {rating: 1}}\n',
      [3],
      'a second document begins here',
    ],
    ['a key that reaches a prototype', 'answers:\n  __proto__: {rating: 1}\n', [3], '"__proto__"'],
    ['a control character', 'organisation: "a\u0000b"\n', [2], 'U+0000'],
    ['deep nesting', `answers: ${'['.repeat(5000)}`, [2], 'nested deeper'],
  ])('%s is a mistake with its line and words', async (_, rest, lines, words) => {
    const input = `charter: gender-equality-example@1.0.0\n${rest}`;
    const { code, out, err } = await charter(['score', '-'], { input });
    expect([code, out]).toEqual([1, '']);
    const told = err.trimEnd().split('\n');
    expect(told.map((line) => Number(line.split(':')[1]))).toEqual(lines);
    for (const line of told) expect(line).toContain(words);
  });

  test('a text carries no mark of a translated passage', async () => {
    const input =
      'charter: gender-equality-example@1.0.0\norganisation: x\nanswers: {}\nactions: [{ objective: "a\\U000E0001b", criteria: [C1] }]\n';
    const file = path.join(temporaryFolder(), 'moved.yaml');
    const to = path.join(ROOT, 'charter-criteria/gender-equality-example/1.1.0');
    const moved = await charter(['move', '-', '--to-charter', to, '--out', file], { input });
    expect(moved.code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('objective: ab\n');
  });

  test.each([
    ['Windows-1252', Buffer.from('organisation: Zo\u00EB\nanswers: {}\n', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFForganisation: Zo\u00EB\n', 'utf16le')],
  ])('a text in %s is refused at its line, with what to do', async (_, bytes) => {
    const file = path.join(temporaryFolder(), 'assessment.yaml');
    await writeFile(file, Buffer.concat([Buffer.from('charter: bme-mentoring@1.0.0\n'), bytes]));
    const { code, out, err } = await charter(['score', file]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/assessment\.yaml:2:1: this line is not UTF-8; .*save it .*UTF-8/);
  });

  test('of an empty file it is told what is wrong, without the name of a key', async () => {
    const { code, err } = await charter(['score', '-'], { input: '' });
    expect(code).toBe(1);
    expect(err).toMatch(/^-:1:1: [^:]/);
  });

  test('nobody in the second group: the maximum of this charter fails, in true words', async () => {
    const item = (n: number) => ({ title: 'a', link: `https://example.org/${n}` });
    const group = (numerator: number, denominator: number) => ({ numerator, denominator });
    const input = (first: number) =>
      JSON.stringify({
        charter: 'gender-equality-example@1.0.0',
        answers: { C2: { rating: 3, evidence: [1, 2, 3].map(item) } },
        indicators: { 'promotion-by-gender': { first: group(first, 40), second: group(0, 60) } },
      });
    const { out } = await charter(['score', '-'], { input: input(6) });
    expect(out).toContain('Nobody in the second group');
    expect(out).not.toMatch(/missing|not entered|do not show/);
    const neither = await charter(['score', '-'], { input: input(0) });
    expect(neither.out).toContain('Nobody in either group');
  });

  test('the draft of the charter is a truthful minor version', () => {
    const { code, out } = startedCharter([
      'diff',
      'bme-mentoring@2.0.0',
      'bme-mentoring@2.1.0',
      '--json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ needs: 'minor', declared: 'minor', truthful: true });
  });

  test('what changed is said in words, with what is not about a criterion', async () => {
    const patch = await charter(['diff', 'bme-mentoring@1.0.0', 'bme-mentoring@1.0.1']);
    expect(patch.out).toContain('  What a previous plan says of a rating differs: P2\n');
    expect(patch.out).toContain('The changes need: patch. The version number says: patch.');
    const minor = await charter(['diff', 'bme-mentoring@2.0.0', 'bme-mentoring@2.1.0']);
    for (const line of ['  A6: changed (weight)', '  A level needs something else: silver']) {
      expect(minor.out).toContain(`${line}\n`);
    }
  });

  test('a version number that does not tell the truth is a finding', async () => {
    expect((await charter(['diff', 'bme-mentoring@2.1.0', 'bme-mentoring@1.0.0'])).code).toBe(1);
  });

  test.each([
    ['an unknown option', ['score', '--jsn']],
    ['an unknown verb', ['scor']],
    ['no verb', []],
    ['a verb without its path', ['score']],
    ['a level that the charter does not have', ['path', '-', '--to', 'platinum']],
    ['an unknown schema', ['schema', 'level']],
    ['a move without where to', ['move', '-']],
    ['an unknown admin verb', ['admin', 'delete']],
    ['a date that is none', ['report', '-', '--date', 'today']],
    ['a day that no month has', ['report', '-', '--out', '/dev/null', '--date', '2026-02-30']],
    ['a month that no year has', ['report', '-', '--out', '/dev/null', '--date', '2026-13-01']],
  ])('%s is a usage error, exit code 2', async (_what, args) => {
    const { code, err, out } = await charter(args, { input: SAID });
    expect(code).toBe(2);
    expect(`${out}${err}`).not.toBe('');
    expect(err).not.toContain('    at ');
  });

  test('a file that is not there is exit code 3', async () => {
    const { code, err } = await charter(['score', 'no-such-file.yaml']);
    expect([code, err]).toEqual([3, 'cannot read no-such-file.yaml (ENOENT)\n']);
  });

  test('a charter folder that is not there is exit code 3', async () => {
    expect((await charter(['validate', 'no-such-folder'])).code).toBe(3);
  });

  test('a report that cannot be written is exit code 3', () => {
    const out = path.join(temporaryFolder(), 'no', 'such', 'plan.pdf');
    expect(startedCharter(['report', '-', '--out', out], { input: SAID }).code).toBe(3);
  });

  test('a report that is there already is kept, exit code 4, unless forced', async () => {
    const file = path.join(temporaryFolder(), 'plan.pdf');
    writeFileSync(file, 'mine');
    const words = ['report', '-', '--date', '2027-03-01', '--out', file];
    const refused = await charter(words, { input: SAID });
    expect([refused.code, refused.out]).toEqual([4, '']);
    expect(refused.err).toContain(`${file} is there already; --force writes over it`);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await charter([...words, '--force'], { input: SAID })).code).toBe(0);
    expect(readFileSync(file, 'latin1')).toMatch(/^%PDF-/);
  });

  test('a report with --out - is the same file on standard output, and nothing else', async () => {
    const file = path.join(temporaryFolder(), 'plan.pdf');
    const words = ['report', '-', '--date', '2027-03-01', '--out'];
    await charter([...words, file], { input: SAID });
    const { code, out } = await charter([...words, '-'], { input: SAID });
    expect(code).toBe(0);
    expect(out).toBe(readFileSync(file, 'utf8'));
    expect(existsSync('-')).toBe(false);
  });

  test.each([
    ['schema', ['schema', '--out', '-']],
    ['admin backup', ['admin', 'backup', '--out', '-']],
  ])('%s makes a folder, which is never standard output: exit code 2', async (_, words) => {
    const { code, out } = await charter(words);
    expect([code, out, existsSync('-')]).toEqual([2, '', false]);
  });

  test('help comes with exit code 0, examples first', async () => {
    const { code, out } = await charter(['--help']);
    expect(code).toBe(0);
    expect(out.indexOf('Examples')).toBeLessThan(out.indexOf('Verbs'));
  });

  test.each([
    ['with NO_COLOR', { NO_COLOR: '1' }],
    ['even where colour is forced', { FORCE_COLOR: '3' }],
  ])('no output has colour, %s', (_when, env) => {
    const runs = [
      startedCharter(['score', '-'], { input: SAID, env }),
      startedCharter(['path', '-', '--to', 'bronze'], { input: SAID, env }),
      startedCharter(['show', 'bme-mentoring@1.0.0'], { env }),
      startedCharter(['scor'], { env }),
    ];
    for (const { out, err } of runs) {
      expect(`${out}${err}`.length).toBeGreaterThan(0);
      expect(`${out}${err}`).not.toContain(ESCAPE);
    }
  });

  test('a reader that stops early is no error', async () => {
    const run = spawn(
      process.execPath,
      ['app/cli/charter.ts', 'show', 'bme-mentoring@1.0.0', '--json'],
      {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    // Closed before the first byte: every write of the command meets a closed pipe.
    run.stdout.destroy();
    let err = '';
    run.stderr.on('data', (part) => (err += String(part)));
    const [code] = await once(run, 'exit');
    expect([code, err]).toEqual([0, '']);
  });

  test.runIf(existsSync('/dev/full'))('a full disk is told and is no success', () => {
    const command = `'${process.execPath}' app/cli/charter.ts show bme-mentoring@1.0.0 > /dev/full`;
    const { status, stderr } = spawnSync('/bin/sh', ['-c', command], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('ENOSPC');
  });
});

describe('charter move', () => {
  const full = readFileSync(path.join(ROOT, 'app/demo/assessments/half-done.yaml'), 'utf8');
  const target = ['--to-charter', 'bme-mentoring@2.0.0'];

  test('the preview tells what is carried and the level before and after, and writes nothing', () => {
    const { code, out } = startedCharter(['move', '-', ...target, '--json'], { input: SAID });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      from: 'bme-mentoring@1.0.0',
      to: 'bme-mentoring@2.0.0',
      before: { overall: { points: 2, available: 236, percent: '0.8' }, level: null },
      after: { level: null },
      removed: [],
    });
  });

  test('with --out, the file of the newer version is one that the command scores', async () => {
    const file = path.join(temporaryFolder(), 'moved.yaml');
    const moved = await charter(['move', '-', ...target, '--out', file], { input: full });
    expect([moved.code, moved.err]).toEqual([
      0,
      `${file}: the assessment under bme-mentoring@2.0.0\n`,
    ]);
    const before = parse(full);
    const after = parse(readFileSync(file, 'utf8'));
    expect(after).toMatchObject({ charter: 'bme-mentoring@2.0.0', department: before.department });
    // Three are answered once for the organisation, and one text went into another.
    const kept = Object.keys(before.answers).filter((id) => after.answers[id] !== undefined);
    expect(kept.length).toBeGreaterThan(10);
    expect(after.answers.G1).toEqual({ note: before.answers.G1.narrative });
    expect(after.leftBehind.answers.G1.rating).toBe(before.answers.G1.rating);
    const scored = await charter(['score', file, '--json']);
    expect(scored.code).toBe(0);
    expect(JSON.parse(scored.out)).toMatchObject({ charter: 'bme-mentoring@2.0.0' });
  });

  test('a file that is there already is kept, exit code 4, unless forced', async () => {
    const file = path.join(temporaryFolder(), 'moved.json');
    writeFileSync(file, 'mine');
    expect((await charter(['move', '-', ...target, '--out', file], { input: SAID })).code).toBe(4);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(
      (await charter(['move', '-', ...target, '--out', file, '--force'], { input: SAID })).code,
    ).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 2 });
  });

  test('with --out -, the file alone is on standard output, and what moved is told beside it', async () => {
    const words = ['move', '-', ...target, '--out', '-'];
    const { code, out, err } = await charter(words, { input: full });
    expect(code).toBe(0);
    expect(parse(out)).toMatchObject({ charter: 'bme-mentoring@2.0.0' });
    expect(err).toContain('bme-mentoring@2.0.0');
    expect((await charter([...words, '--json'], { input: full })).out).toBe(out);
  });

  test.each(['bme-mentoring@1.0.0', 'gender-equality-example@1.0.0'])(
    'a move to %s is refused, exit code 4',
    async (to) => {
      const { code, out } = await charter(['move', '-', '--to-charter', to], { input: SAID });
      expect([code, out]).toEqual([4, '']);
    },
  );
});

describe('charter schema', () => {
  test('a schema is printed by its name', () => {
    const { code, out } = startedCharter(['schema', 'levels']);
    expect(code).toBe(0);
    expect(out).toBe(
      readFileSync(path.join(ROOT, 'charter-criteria/schemas/levels.schema.json'), 'utf8'),
    );
  });

  test('all schemas are written into a folder', async () => {
    const folder = path.join(temporaryFolder(), 'schemas');
    expect((await charter(['schema', '--out', folder])).code).toBe(0);
    const names = ['charter', 'levels', 'section', 'assessment'];
    for (const name of names) {
      expect(existsSync(path.join(folder, `${name}.schema.json`))).toBe(true);
    }
  });
});
