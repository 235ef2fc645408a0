// Translations of a charter, from the files to the charter in each language (scoring.md, Versions).
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readCharterFolder } from '#app/adapters/charter-files/charter-files.ts';
import { allCriteria } from '#app/domain/charter/charter.ts';
import { marked, passagesIn } from '#app/domain/charter/translation/marked.ts';
import { SOUND } from '#tests/support/planted-mistakes.ts';
import { inCapitals, takeOut, translate } from '#tests/support/translated.ts';

/** A charter that has many keys of format 2, and the translation that it is shipped with. */
const EXAMPLE = path.join('charter-criteria', 'placement-learning-example', '1.0.0');

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function copyOf(sound: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'charter-translation-'));
  folders.push(folder);
  await cp(sound, folder, { recursive: true });
  await rm(path.join(folder, 'translations'), { recursive: true, force: true });
  return folder;
}

const plain = await readCharterFolder(EXAMPLE);

describe('a charter that is wholly translated', () => {
  test('says nothing in its own language, and everything else is the same', async () => {
    const folder = await copyOf(EXAMPLE);
    await translate(folder, 'cy');
    const { charter, translations, mistakes } = await readCharterFolder(folder);
    expect(mistakes).toEqual([]);
    expect(charter).toEqual(plain.charter);
    const welsh = translations.get('cy');
    expect([welsh?.missing, welsh?.approvedBy]).toEqual([[], null]);
    expect(welsh?.all).toBeGreaterThan(400);
    // Ids and single words look alike.
    const sentences = (of: unknown) => textsBelow(of).filter((text) => /\s/.test(text.trim()));
    const own = sentences(plain.charter);
    const said = new Set(sentences(welsh?.charter).filter((text) => !/^\S+ ¶/.test(text.slice(1))));
    // What no translation says: ids, names of kinds, addresses, citations, references.
    const kept = own.filter((text) => said.has(text) && text !== 'Part B');
    expect(kept.filter((text) => !text.includes('http')).toSorted()).toEqual(
      plain.charter?.sources.map(({ citation }) => citation).toSorted(),
    );
    const descriptors = welsh ? allCriteria(welsh.charter).flatMap((each) => each.descriptors) : [];
    const parts = descriptors.flatMap(passagesIn);
    expect(parts.filter(({ text, translated }) => !translated && text !== ' ')).toEqual([]);
    expect(said).toEqual(
      new Set(
        own.map((text) =>
          kept.includes(text) || text === 'Part B' ? text : marked(inCapitals(text)),
        ),
      ),
    );
  });
});

/**
 * Every text anywhere in a value, but descriptors, which are its statements where it has some,
 * and other forms of words, of which each language has its own.
 */
function textsBelow(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Map) return [...value.values()].flatMap(textsBelow);
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.entries(value).filter(([key]) => key !== 'descriptors' && key !== 'also');
  return own.flatMap(([, below]) => textsBelow(below));
}

describe('a charter that is translated in part', () => {
  test('falls back to its own texts, and lists them with their places', async () => {
    const folder = await copyOf(EXAMPLE);
    await translate(folder, 'cy');
    const file = path.join(folder, 'translations/cy/sections/1-team.yaml');
    await takeOut(file, ['criteria', 1, 'question']);
    await takeOut(file, ['criteria', 0]);
    await rm(path.join(folder, 'translations/cy/levels.yaml'));
    const { translations, mistakes } = await readCharterFolder(folder);
    expect(mistakes).toEqual([]);
    const welsh = translations.get('cy');
    const [first, second] = welsh ? allCriteria(welsh.charter) : [];
    const [firstOwn, secondOwn] = plain.charter ? allCriteria(plain.charter) : [];
    expect(first).toEqual(firstOwn);
    expect(second?.question).toBe(secondOwn?.question);
    expect(second?.title).toBe(marked(inCapitals(secondOwn?.title ?? '')));
    expect(welsh?.charter.levels).toEqual(plain.charter?.levels);
    const places = welsh?.missing.map(({ file: of, place }) => `${of} ${place}`);
    expect(places).toContain('levels.yaml levels.welcoming.means');
    expect(places).toContain(`sections/1-team.yaml criteria.${firstOwn?.id}.statements.1.0`);
    expect(places).toContain(`sections/1-team.yaml criteria.${secondOwn?.id}.question`);
    expect(places).not.toContain(`sections/1-team.yaml criteria.${secondOwn?.id}.title`);
  });

  test('a language needs no file but one, and says who has approved it', async () => {
    const folder = await copyOf(EXAMPLE);
    await mkdir(path.join(folder, 'translations/ur'), { recursive: true });
    await writeFile(
      path.join(folder, 'translations/ur/charter.yaml'),
      'approvedBy: The translators of the trust, 2 March 2027\ntitle: رہنمائی\n',
    );
    const { translations, hash } = await readCharterFolder(folder);
    const urdu = translations.get('ur');
    expect(urdu?.approvedBy).toBe('The translators of the trust, 2 March 2027');
    expect(urdu?.charter.title).toBe(marked('رہنمائی'));
    expect(urdu?.missing).toHaveLength((urdu?.all ?? 0) - 1);
    expect([...hash.files.keys()]).toContain('translations/ur/charter.yaml');
    expect(hash.whole).not.toBe(plain.hash.whole);
  });

  test('no text can carry the signs that mark a translation', async () => {
    const folder = await copyOf(EXAMPLE);
    await mkdir(path.join(folder, 'translations/cy'), { recursive: true });
    await writeFile(
      path.join(folder, 'translations/cy/charter.yaml'),
      'title: "Siarter \\U000E0001 fentora"\n',
    );
    const { charter, mistakes } = await readCharterFolder(folder);
    expect([charter, mistakes]).toEqual([
      null,
      [
        expect.objectContaining({
          ...{ file: 'translations/cy/charter.yaml', line: 1, column: 17 },
          code: 'unseen-sign',
        }),
      ],
    ]);
  });
});

describe('mistakes in translations are reported at their places', () => {
  const SECTION = 'translations/cy/sections/1-team.yaml';

  async function foundIn(file: string, text: string): Promise<readonly string[]> {
    const folder = await copyOf(EXAMPLE);
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
    const { charter, translations, mistakes } = await readCharterFolder(folder);
    expect(charter === null).toBe(mistakes.length > 0);
    if (charter === null) expect(translations.size).toBe(0);
    return mistakes.map((one) => `${one.file}:${one.line}:${one.column} ${one.code}`);
  }

  test.each([
    ['an unknown key', SECTION, 'titel: x\n', '1:1 unknown-key'],
    ['a number', SECTION, 'criteria:\n  - id: T.1\n    weight: 3\n', '3:5 unknown-key'],
    ['an unknown criterion', SECTION, 'criteria:\n  - id: T.99\n', '2:9 nothing-to-translate'],
    [
      'a criterion twice',
      SECTION,
      'criteria:\n  - id: T.1\n  - id: T.2\n  - id: T.1\n',
      '4:9 duplicate-id',
    ],
    ['an entry without its id', SECTION, 'criteria:\n  - title: x\n', '2:5 missing-key'],
    [
      'a list of another length',
      SECTION,
      'criteria:\n  - id: T.1\n    evidence:\n      wanted: [a]\n',
      '4:7 other-length',
    ],
    [
      'a rating that the charter does not have',
      SECTION,
      'criteria:\n  - id: T.1\n    descriptors:\n      0: a\n      7: b\n',
      '5:7 nothing-to-translate',
    ],
    [
      'what the charter does not say',
      SECTION,
      'criteria:\n  - id: T.1\n    notApplicable: x\n',
      '3:5 nothing-to-translate',
    ],
    ['an empty text', 'translations/cy/charter.yaml', 'title: ""\n', '1:8 bad-value'],
    ['no keys', 'translations/cy/levels.yaml', '- one\n', '1:1 wrong-type'],
    [
      'broken YAML',
      'translations/cy/levels.yaml',
      'levels:\n  - id: welcoming\n    label: "x\n',
      '4:1 syntax',
    ],
    [
      'a file that the charter does not have',
      'translations/cy/sections/9.yaml',
      '',
      '1:1 stray-file',
    ],
    ['a file of another name', 'translations/cy/README.md', 'x', '1:1 stray-file'],
  ])('%s', async (_what, file, text, expected) => {
    expect(await foundIn(file, text)).toEqual([`${file}:${expected}`]);
  });

  test.each([
    ...['en', 'en-GB', 'CY', 'xx', 'no language', 'welsh', 'und', 'cy_GB', 'x-foo'],
    ...['ar-EG-u-nu-latn', 'sgn-GB-x-foo', 'cy-', '__proto__'],
  ])('a folder named %j is no language of a translation', async (language) => {
    const found = await foundIn(`translations/${language}/charter.yaml`, 'title: x\n');
    expect(found).toEqual([`translations/${language}:1:1 bad-language`]);
  });

  test('a charter of format 1 has no translations', async () => {
    const folder = await copyOf(SOUND);
    await mkdir(path.join(folder, 'translations/cy'), { recursive: true });
    await writeFile(path.join(folder, 'translations/cy/charter.yaml'), 'title: Siarter\n');
    const { mistakes } = await readCharterFolder(folder);
    expect(mistakes.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'translations/cy/charter.yaml needs-format-2',
    ]);
  });

  test('the files of the charter itself are what they were', async () => {
    const folder = await copyOf(EXAMPLE);
    await translate(folder, 'cy');
    const bytes = await readFile(path.join(folder, 'charter.yaml'));
    expect(bytes).toEqual(await readFile(path.join(EXAMPLE, 'charter.yaml')));
  });
});
