import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT } from '#tests/support/command.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function run(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect([status, stderr.includes('Error')], stderr).toEqual([0, false]);
  return stdout;
}

/** A checkout whose command and whose build say which of them was started. */
function checkout(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'start-'));
  folders.push(folder);
  mkdirSync(path.join(folder, 'app/cli'), { recursive: true });
  mkdirSync(path.join(folder, 'db'));
  for (const file of ['app/start-charter.mjs', 'db/quick-imports.mjs']) {
    cpSync(path.join(ROOT, file), path.join(folder, file));
  }
  mkdirSync(path.join(folder, 'build/report'), { recursive: true });
  writeFileSync(path.join(folder, 'app/cli/charter.ts'), "console.log('source');");
  writeFileSync(path.join(folder, 'build/report/charter.js'), "console.log('built');");
  const { size, mtimeMs } = statSync(path.join(folder, 'app/cli/charter.ts'));
  const stamps = [['app/cli/charter.ts', size, mtimeMs]];
  writeFileSync(path.join(folder, 'build/report/made-from.json'), JSON.stringify(stamps));
  return folder;
}

function started(folder: string, verb: string): string {
  return run([path.join(folder, 'app/start-charter.mjs'), verb]).trim();
}

describe('which program the command starts', () => {
  it('is the build of a report, and the source of any other verb', () => {
    const folder = checkout();
    expect(started(folder, 'report')).toBe('built');
    expect(started(folder, 'score')).toBe('source');
  });

  it('is the source where it is newer than the build', () => {
    const folder = checkout();
    utimesSync(path.join(folder, 'app/cli/charter.ts'), 1, 1);
    expect(started(folder, 'report')).toBe('source');
  });

  it('is the source where there is no build', () => {
    const folder = checkout();
    rmSync(path.join(folder, 'build'), { recursive: true });
    expect(started(folder, 'report')).toBe('source');
  });
});

describe('the build of a report', () => {
  it('makes the same document as the source, and knows each file that it was made from', () => {
    const folder = path.join(ROOT, 'build-of-tests', `report-${process.pid}`);
    folders.push(folder);
    run(['app/report-build.ts', folder]);
    const stamps: unknown = JSON.parse(readFileSync(path.join(folder, 'made-from.json'), 'utf8'));
    const files = Array.isArray(stamps) ? stamps.map(([file]) => String(file)) : [];
    expect(files).toEqual(
      expect.arrayContaining([
        'package-lock.json',
        'app/cli/report-verb.ts',
        'reports/pdf/render.ts',
        'app/words/en/plan/status-words.ts',
      ]),
    );
    const assessment = 'app/demo/assessments/nearly-silver.yaml';
    const bound = /^charter: (\S+)@(\S+)$/m.exec(readFileSync(path.join(ROOT, assessment), 'utf8'));
    // The build is not where the library is looked for from.
    const library = `charter-criteria/${bound?.[1]}/${bound?.[2]}`;
    const words = ['report', assessment, '--charter', library, '--date', '2027-03-01', '--out'];
    const published = readFileSync(path.join(ROOT, 'charter-criteria/published.yaml'), 'utf8');
    const listed = published.slice(published.indexOf(`${bound?.[1]}@${bound?.[2]}:`));
    const hash = /whole: ([0-9a-f]{64})/.exec(listed)?.[1];
    expect(existsSync(path.join(folder, `sound/${hash}.json`))).toBe(true);
    const [built, source] = [path.join(folder, 'built.pdf'), path.join(folder, 'source.pdf')];
    run([path.join(folder, 'charter.js'), ...words, built]);
    run(['app/cli/charter.ts', ...words, source]);
    expect(readFileSync(built).equals(readFileSync(source))).toBe(true);

    // Of letters that join, whose shaper is not in the one file.
    const joining = path.join(folder, 'joining.yaml');
    const name = 'مستشفى الجامعة';
    const text = readFileSync(path.join(ROOT, assessment), 'utf8');
    writeFileSync(joining, text.replace(/^organisation: .*$/m, `organisation: ${name}`));
    const others = [words[0] ?? '', joining, '--force', ...words.slice(2)];
    run([path.join(folder, 'charter.js'), ...others, built]);
    run(['app/cli/charter.ts', ...others, source]);
    const document = readFileSync(built);
    expect(document.equals(readFileSync(source))).toBe(true);
    expect(document.includes('Vazirmatn')).toBe(true);
  });
});
