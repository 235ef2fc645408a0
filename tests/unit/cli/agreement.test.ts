import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { charter, startedCharter, temporaryFolder } from '#tests/support/command.ts';
import { TWELVE_UNITS } from '#tests/support/rating-examples.ts';

const LINES = TWELVE_UNITS.flatMap((ratings, unit) =>
  ratings.map((rating, rater) => `${unit + 1},rater ${rater + 1},${rating}`),
);
const FILE = ['unit,rater,rating', ...LINES].join('\n');

const agree = (input: string, ...more: string[]) => charter(['agreement', '-', ...more], { input });

describe('charter agreement', () => {
  test('gives every coefficient of the published example as JSON', () => {
    const { code, out, err } = startedCharter(['agreement', '-', '--json'], { input: FILE });
    expect([code, err]).toEqual([0, '']);
    const close = (value: number) => ({
      value: expect.closeTo(value, 6),
      standardError: expect.any(Number),
      interval: { low: expect.any(Number), high: 1 },
    });
    expect(JSON.parse(out)).toEqual({
      scale: '1-5',
      units: 12,
      raters: 4,
      n: 40,
      alpha: {
        nominal: { ...close(0.743421), standardError: expect.closeTo(0.14548, 5) },
        ordinal: close(0.815388),
        interval: close(0.849107),
        ratio: close(0.797403),
      },
      ac1: { ...close(0.775444), standardError: expect.closeTo(0.14295, 5) },
      ac2: { linear: close(0.858739), quadratic: close(0.914001), ordinal: close(0.89894) },
    });
  });

  test('gives them as text, with the interval', async () => {
    const { code, out } = await agree(FILE);
    expect(code).toBe(0);
    expect(out).toContain('scale 1-5, units 12, raters 4; ratings that can be paired: 40');
    expect(out).toMatch(/^alpha, nominal +0\.743421 +0\.145479 +0\.423225 to 1\.000000$/m);
    expect(out).toMatch(/^AC2, ordinal weights +0\.898940 /m);
  });

  test('reads a file with its columns in any order, quoted, with a mark at its start', async () => {
    const file = path.join(temporaryFolder(), 'ratings.csv');
    const turned = LINES.map((line) => line.split(','))
      .map(([unit, rater, rating]) => `${rating},why,"${rater}, ""MD""",${unit}`)
      .join('\r\n');
    writeFileSync(file, `\uFEFFRating,Reason,Rater,Unit\r\n${turned}\r\n,,,\r\n\r\n`);
    const { code, out } = await charter(['agreement', file, '--json']);
    expect([code, out]).toEqual([0, (await agree(FILE, '--json')).out]);
  });

  test('the scale asked for counts as a whole for AC1, and alpha does not depend on it', async () => {
    const [found, wider] = [
      await agree(FILE, '--json'),
      await agree(FILE, '--json', '--scale', '0-9'),
    ].map(({ out }) => JSON.parse(out));
    expect(wider.scale).toBe('0-9');
    expect(wider.alpha).toEqual(found.alpha);
    expect(wider.ac1.value).toBeGreaterThan(found.ac1.value);
  });

  test('what is not calculable is said so, with exit code 0', async () => {
    const same = 'unit,rater,rating\na,x,2\na,y,2\nb,x,2\nb,y,2\n';
    const { code, out } = await agree(same, '--json', '--scale', '0-4');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ alpha: { ordinal: null }, ac1: { value: 1 } });
    expect((await agree(same)).out).toMatch(/^alpha, ordinal +not calculable$/m);
  });

  test('every mistake of a file is told at once, with its line and what would be right', async () => {
    const { code, out, err } = await agree(
      'unit,rater,rating\nG1,A,3\nG1,"B\nC",two\nG1,A,4\n,A,9\nG2,,\nG3,A,2.5\nG4,"A"x,1\n',
      '--scale',
      '0-4',
    );
    expect([code, out]).toEqual([1, '']);
    expect(err.trimEnd().split('\n')).toEqual([
      '-:3: the rating "two" is not a whole number from 0 to 4',
      '-:5: A rated G1 already, on line 2; a rater rates a unit once',
      '-:6: the unit is empty; name what was rated',
      '-:6: the rating 9 is outside the scale; a whole number from 0 to 4',
      '-:7: the rater is empty; name who rated',
      '-:7: the rating is empty; a whole number from 0 to 4, or no line where there is no rating',
      '-:8: the rating "2.5" is not a whole number from 0 to 4',
      '-:9: a quotation mark is out of place; a value with quotation marks is wholly inside them, and each inside is doubled',
    ]);
  });

  test.each([
    ['an empty file', '', '-:1: the file is empty'],
    ['a file of blank lines', '\n\n', '-:1: the file is empty'],
    ['a file without ratings', 'unit,rater,rating\n', '-:2: there is no rating'],
    ['a missing column', 'unit,rating\n1,2\n', '-:1: there is no column rater;'],
    ['a column twice', 'unit,rater,rating,unit\n', '-:1: the column unit is there twice;'],
    ['semicolons', 'unit;rater;rating\n', 'found: unit;rater;rating'],
  ])('%s is a finding', async (_what, input, message) => {
    const { code, err } = await agree(input);
    expect(code).toBe(1);
    expect(err).toContain(message);
  });

  test('a file that is not UTF-8 is told with its line', async () => {
    const file = path.join(temporaryFolder(), 'latin.csv');
    writeFileSync(file, Buffer.from('unit,rater,rating\n1,Si\xE2n,2\n', 'latin1'));
    const { code, err } = await charter(['agreement', file]);
    expect([code, err]).toEqual([1, `${file}:2: not UTF-8; save the file as CSV UTF-8\n`]);
  });

  test.each([
    ['a CSV in UTF-16', Buffer.from('unit,rater,rating', 'utf16le'), 'in UTF-16'],
    ['RTF', Buffer.from('{\\rtf1 unit}'), 'an RTF document'],
    ['a PDF', Buffer.from('%PDF-1.4\n%%EOF'), 'a file .pdf'],
    ['an old workbook', Buffer.from('D0CF11E0A1B11AE1', 'hex'), 'an Office from before 2007'],
  ])('%s is told as what it is', async (_, bytes, words) => {
    const file = path.join(temporaryFolder(), 'ratings.csv');
    writeFileSync(file, bytes);
    const { code, err } = await charter(['agreement', file]);
    expect(code).toBe(1);
    expect(err).toContain(words);
  });

  test.each([
    ['no path', ['agreement']],
    ['a scale of one', ['agreement', '-', '--scale', '3-3']],
    ['a scale that falls', ['agreement', '-', '--scale', '4-0']],
    ['a scale in words', ['agreement', '-', '--scale', 'five']],
  ])('%s is a usage error, exit code 2', async (_what, args) => {
    const { code, out } = await charter(args, { input: FILE });
    expect([code, out]).toEqual([2, '']);
  });

  test('a file that is not there is exit code 3', async () => {
    expect((await charter(['agreement', 'no-such.csv'])).code).toBe(3);
  });
});
