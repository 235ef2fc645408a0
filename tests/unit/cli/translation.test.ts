// A charter in another language, on the command line.
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { charter, temporaryFolder } from '#tests/support/command.ts';
import { SOUND_2 } from '#tests/support/planted-in-format-2.ts';
import { inCapitals, takeOut, translate } from '#tests/support/translated.ts';

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
    expect(welsh.out).not.toMatch(/[\u2066-\u2069]/);
    const none = await charter(['show', folder, '--language', 'ga']);
    expect([none.code, none.err]).toEqual([
      1,
      'bme-mentoring@2.0.1 has no translation ga. It has: cy.\n',
    ]);
  });

  test('adding it to a version is a patch', async () => {
    const { code, out } = await charter(['diff', SOUND_2, folder, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ declared: 'patch', truthful: true });
  });
});
