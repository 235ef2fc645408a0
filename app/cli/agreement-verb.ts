// `charter agreement`: how far raters agree, at every level of measurement, for anyone who wants to check.
import type { Agreement } from '#app/domain/review/agreement/agreement.ts';
import { LEVELS_OF_MEASUREMENT } from '#app/domain/review/agreement/distance.ts';
import { AC2_WEIGHTS, gwetAgreement } from '#app/domain/review/agreement/gwet.ts';
import { krippendorffAlpha } from '#app/domain/review/agreement/krippendorff.ts';
import { only, type Options } from './options.ts';
import { EXIT, print, printJson } from './output.ts';
import { type RatingsTable, readRatings } from './ratings-file.ts';

/** The coefficients of a file of ratings; `-` reads standard input. */
export async function agreement(paths: readonly string[], options: Options): Promise<number> {
  const table = await readRatings(only(paths, 'agreement'), options.scale);
  const results = agreementResults(table);
  if (options.json) printJson(results);
  else print(agreementLines(results).join('\n'));
  return EXIT.ok;
}

type Results = ReturnType<typeof agreementResults>;

function agreementResults({ scale: { low, high }, units, raters }: RatingsTable) {
  const categories = Array.from({ length: high - low + 1 }, (_, step) => low + step);
  const pairable = units.filter(({ length }) => length >= 2);
  const alpha = LEVELS_OF_MEASUREMENT.map((level) => [
    level,
    coefficient(krippendorffAlpha(units, level)),
  ]);
  const ac2 = AC2_WEIGHTS.map((weights) => [
    weights,
    coefficient(gwetAgreement(units, { categories, weights })),
  ]);
  return {
    scale: `${low}-${high}`,
    units: units.length,
    raters,
    n: pairable.reduce((sum, { length }) => sum + length, 0),
    alpha: Object.fromEntries(alpha),
    ac1: coefficient(gwetAgreement(units, { categories, weights: 'identity' })),
    ac2: Object.fromEntries(ac2),
  };
}

type Coefficient = Omit<Agreement, 'units'> | null;

function coefficient(found: Agreement | null): Coefficient {
  if (found === null) return null;
  const { value, standardError, interval } = found;
  return { value, standardError, interval };
}

function agreementLines({ scale, units, raters, n, alpha, ac1, ac2 }: Results): readonly string[] {
  return [
    `scale ${scale}, units ${units}, raters ${raters}; ratings that can be paired: ${n}`,
    '',
    row(['', 'value', 'std error', '95 % interval']),
    ...LEVELS_OF_MEASUREMENT.map((level) => coefficientRow(`alpha, ${level}`, alpha[level])),
    coefficientRow('AC1', ac1),
    ...AC2_WEIGHTS.map((weights) => coefficientRow(`AC2, ${weights} weights`, ac2[weights])),
  ];
}

function coefficientRow(name: string, found: Coefficient): string {
  if (found === null) return row([name, 'not calculable', '', '']);
  const { value, standardError, interval } = found;
  const error = standardError === null ? 'none' : standardError.toFixed(6);
  const range =
    interval === null ? 'none' : `${interval.low.toFixed(6)} to ${interval.high.toFixed(6)}`;
  return row([name, value.toFixed(6), error, range]);
}

function row([name = '', value = '', error = '', range = '']: readonly string[]): string {
  return `${name.padEnd(24)}${value.padEnd(16)}${error.padEnd(11)}${range}`.trimEnd();
}
