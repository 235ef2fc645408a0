// The Nu HTML checker on one page of each kind, as the tests of the built service kept them for everybody
// who may see it (tests/support/kept-pages.ts). No error and no warning may be found, and a page that was
// broken on purpose must be refused. Run by .ci/run where Java is.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { archiveIndex } from '#reports/archive-index.ts';
import { printed } from './java.ts';

// From npm's registry when it is wanted: 30 MB that an install has no use for.
const CHECKER = {
  name: 'vnu-jar@26.9.27',
  file: 'vnu-jar-26.9.27.tgz',
  jar: 'package/build/dist/vnu.jar',
  sha512:
    'TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA==',
} as const;

/** React writes every page with `<br/>`, which HTML takes. */
const HARMLESS = /^Trailing slash on void elements has no effect/;

const BROKEN = '<!doctype html><html lang="en"><title>Broken</title><p id="a b"><ul><div></ul>';

type Complaint = {
  readonly type: string;
  readonly url: string;
  readonly message: string;
  readonly extract?: string;
};

/** The checker, fetched into `folder`; null where npm's registry cannot be reached. */
async function checkerIn(folder: string): Promise<string | null> {
  const fetched = await printed('npm', [
    'pack',
    CHECKER.name,
    '--silent',
    '--pack-destination',
    folder,
  ]);
  const file = path.join(folder, CHECKER.file);
  if (fetched.code !== 0 || !existsSync(file)) return null;
  const sum = createHash('sha512').update(readFileSync(file)).digest('base64');
  assert.equal(sum, CHECKER.sha512, 'the checker is not the one that was chosen');
  const unpacked = await printed('tar', ['-xzf', file, '-C', folder, CHECKER.jar]);
  assert.equal(unpacked.code, 0, 'the checker cannot be unpacked');
  return path.join(folder, CHECKER.jar);
}

function complaintsOf(out: string): readonly Complaint[] {
  const { messages }: { readonly messages: readonly Complaint[] } = JSON.parse(out);
  return messages.filter(({ message }) => !HARMLESS.test(message));
}

/** What is no page of the service, but HTML that we make: the index of an archive. */
function archivePage(): string {
  const file = { name: 'a.pdf', sha256: '0'.repeat(64), path: 'evidence/a b.pdf', absent: null };
  const item = {
    criterion: 'G1',
    criterionTitle: 'A & B',
    title: 'Survey',
    description: 'Of <us>',
    kind: null,
  };
  return archiveIndex(
    {
      organisation: 'Trust',
      department: 'Ward',
      charter: 'Charter 1',
      day: '2026-03-16',
      documents: [{ path: 'documents/action plan.pdf', title: 'Action plan' }],
      evidence: [
        { ...item, link: null, file },
        { ...item, link: 'https://example.org/a?b=c', file: null },
        { ...item, link: null, file: { ...file, path: null, absent: 'Erased' } },
      ],
    },
    new Set(['evidence/lost.pdf']),
  );
}

async function check(jar: string, places: readonly string[]): Promise<readonly Complaint[]> {
  const options = ['--format', 'json', '--stdout', '--exit-zero-always'];
  const { out } = await printed('java', ['-Xss4m', '-jar', jar, ...options, ...places]);
  return complaintsOf(out);
}

const pages = path.resolve(process.argv[2] ?? 'build-of-tests/pages');
const count = existsSync(pages) ? readdirSync(pages).length : 0;
const folder = mkdtempSync(path.join(os.tmpdir(), 'nu-html-'));
try {
  assert.ok(
    count > 100,
    `${pages} has ${count} pages: run the tests with KEEP_PAGES=${pages} first`,
  );
  const jar = await checkerIn(folder);
  if (jar === null) {
    console.log('left out: the Nu HTML checker could not be fetched');
  } else {
    mkdirSync(path.join(folder, 'control'));
    writeFileSync(path.join(folder, 'control/broken.html'), BROKEN);
    const refused = await check(jar, [path.join(folder, 'control')]);
    assert.ok(
      refused.filter(({ type }) => type === 'error').length >= 2,
      'the control was not refused',
    );
    mkdirSync(path.join(folder, 'own'));
    writeFileSync(path.join(folder, 'own/archive-index.html'), archivePage());
    const found = await check(jar, [path.join(folder, 'own'), pages]);
    for (const { url, type, message, extract } of found.slice(0, 100)) {
      console.error(
        `${decodeURIComponent(path.basename(url))}: ${type}: ${message} ${extract ?? ''}`,
      );
    }
    console.log(`Nu HTML checker: ${count} pages, ${found.length} errors and warnings`);
    if (found.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
