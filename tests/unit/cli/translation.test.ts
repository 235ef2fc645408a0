// A charter in another language, on the command line.
import { cp, readFile, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { charter, temporaryFolder } from '#tests/support/command.ts';
import { spokenText } from '#tests/support/pdf-tagged.ts';
import { SOUND_2 } from '#tests/support/planted-in-format-2.ts';
import { inCapitals, takeOut, translate } from '#tests/support/translated.ts';

const ASSESSMENT = `charter: bme-mentoring@2.0.1
organisation: Northfield and Aberwen
targetLevel: silver
answers:
  G1: { rating: 2, narrative: We have begun. }
  M1: { rating: 3 }
  O1: { rating: 1 }
actions:
  - { objective: Name a sponsor, owner: Chief executive, criteria: [G1] }
`;
const folder = path.join(temporaryFolder(), '2.0.1');

beforeAll(async () => {
  await cp(SOUND_2, folder, { recursive: true });
  const file = path.join(folder, 'charter.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('version: 2.0.0', 'version: 2.0.1'));
  await translate(folder, 'cy');
  await takeOut(path.join(folder, 'translations/cy/levels.yaml'), ['levels', 1, 'means']);
});

describe('a charter with a translation', () => {
  test('validate says how much of it is there, what is not, and who has approved it', async () => {
    const { code, out, err } = await charter(['validate', folder]);
    expect([code, out]).toEqual([0, '']);
    expect(err).toMatch(
      /translations\/cy \(Cymraeg\): (\d+) of (\d+) texts; not approved by a speaker yet\n.*not there: levels\.yaml levels\.silver\.means\n/,
    );
    const [, has, all] = /: (\d+) of (\d+) texts/.exec(err) ?? [];
    expect(Number(all) - Number(has)).toBe(1);
  });

  test('show reads it in that language, and in no other', async () => {
    const own = await charter(['show', folder]);
    const welsh = await charter(['show', folder, '--language', 'cy']);
    const title = own.out.split(' (')[0] ?? '';
    expect(welsh.out).toContain(`${inCapitals(title)} (bme-mentoring@2.0.1)`);
    expect(welsh.out).not.toMatch(/\u{E0001}/u);
    const none = await charter(['show', folder, '--language', 'ga']);
    expect([none.code, none.err]).toEqual([
      1,
      'bme-mentoring@2.0.1 has no translation ga. It has: cy.\n',
    ]);
  });

  test.each(['plan', 'self-assessment'])(
    'a %s names the language of every text of it',
    async (kind) => {
      const assessment = path.join(folder, '../assessment.yaml');
      await writeFile(assessment, ASSESSMENT);
      const pdf = path.join(folder, `../${kind}.pdf`);
      const made = ['report', assessment, '--charter', folder, '--kind', kind, '--out', pdf];
      const { code, err } = await charter([...made, '--language', 'cy', '--date', '2027-03-01']);
      expect([code, err]).toEqual([0, expect.stringMatching(/^\S+: \d+ bytes\n$/)]);
      const bytes = new Uint8Array(await readFile(pdf));
      const spoken = await spokenText(bytes);
      const inWelsh = spoken.filter(({ lang }) => lang === 'cy').map(({ text }) => text);
      const inEnglish = spoken.filter(({ lang }) => lang === null).map(({ text }) => text);
      expect(inWelsh.length).toBeGreaterThan(100);
      expect(inWelsh.filter((text) => /[a-z]{4}/.test(text))).toEqual([]);
      // A figure is read by its own text.
      const drawn = /^As claimed/;
      expect(inEnglish.filter((text) => text.includes('¶') && !drawn.test(text))).toEqual([]);
    },
  );

  test('adding it to a version is a patch, and is told', async () => {
    const { code, out } = await charter(['diff', SOUND_2, folder, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      declared: 'patch',
      truthful: true,
      translations: [{ language: 'cy', kind: 'added', before: null }],
    });
    const told = await charter(['diff', SOUND_2, folder]);
    expect(told.out).toMatch(/translation cy \(Welsh\): added, \d+ of \d+ texts\n/);
    const gone = await charter(['diff', folder, SOUND_2]);
    expect(gone.out).toContain('translation cy (Welsh): removed\n');
  });

  test('what of it changed is told, and where it says the earlier text still', async () => {
    const next = path.join(folder, '../2.0.2');
    await cp(folder, next, { recursive: true });
    const edit = async (name: string, from: string | RegExp, to: string) => {
      const file = path.join(next, name);
      const text = await readFile(file, 'utf8');
      expect(text).toMatch(from);
      await writeFile(file, text.replace(from, to));
    };
    await edit('charter.yaml', 'version: 2.0.1', 'version: 2.0.2');
    const [section] = globSync('sections/*.yaml', { cwd: next }).toSorted();
    if (section === undefined) throw new Error('no section');
    await edit(section, /(guidance: )/, '$1Look here. ');
    await edit('translations/cy/levels.yaml', / ¶/, ' ¶¶');
    const { out } = await charter(['diff', folder, next]);
    expect(out).toMatch(/translation cy \(Welsh\): changed in bronze; /);
    expect(out).toMatch(/translation cy \(Welsh\): look again at G1, /);
  });

  test('every language tag of it finds it, in whatever case and region', async () => {
    const welsh = await charter(['show', folder, '--language', 'cy']);
    for (const tag of ['CY', 'cy-GB', 'cy-Latn-GB']) {
      expect((await charter(['show', folder, '--language', tag])).out).toBe(welsh.out);
    }
  });

  test('validate with a language lists all that is not there in it', async () => {
    const { code, err } = await charter(['validate', folder, '--language', 'cy-GB']);
    expect([code, err]).toEqual([0, expect.stringContaining('levels.silver.means')]);
    const none = await charter(['validate', folder, '--language', 'ga']);
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('has no translation ga')]);
  });

  test.each(['sheet', 'diff', 'move', 'publish'])(
    '%s says that it takes no language',
    async (verb) => {
      const { code, err } = await charter([verb, folder, '--language', 'cy']);
      expect([code, err]).toEqual([2, expect.stringContaining(`${verb} takes no --language: `)]);
    },
  );
});
