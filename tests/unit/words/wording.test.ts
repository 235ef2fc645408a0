import { describe, expect, it } from 'vitest';
import { dayOf, longDate, monthsAfter, monthsAt, shortDate } from '#words/kit/day-words.ts';
import { capText } from '#words/kit/rule-text.ts';
import { listText, ratioText, scoreText, thresholdText } from '#words/kit/wording.ts';
import { charter } from '#tests/support/report-charter.ts';

describe('words for numbers', () => {
  it('rounds a score down, with the decimals of the threshold beside it', () => {
    expect(scoreText({ points: 2, available: 3 })).toBe('66.6%');
    expect(scoreText({ points: 2, available: 3 }, 2)).toBe('66.66%');
    expect(scoreText(null)).toBe('no score');
  });

  it('writes a threshold as the charter does', () => {
    expect(thresholdText({ hundredths: 6000, decimals: 0 })).toBe('60%');
    expect(thresholdText({ hundredths: 5950, decimals: 1 })).toBe('59.5%');
    expect(thresholdText({ hundredths: 5905, decimals: 2 })).toBe('59.05%');
  });

  it('writes a ratio with its decimals', () => {
    expect(ratioText({ numerator: 80, denominator: 100 })).toBe('0.80');
    expect(ratioText({ numerator: 125, denominator: 100 })).toBe('1.25');
    expect(ratioText({ numerator: 2, denominator: 1 })).toBe('2');
  });

  it('lists things as a sentence does', () => {
    expect(listText(['a'])).toBe('a');
    expect(listText(['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('words for caps', () => {
  it('says which evidence is missing', () => {
    expect(capText(charter, { kind: 'evidence', from: 4, minimum: 2, has: 1 })).toBe(
      'Ratings of 4 and above need at least 2 items of evidence: 1 counts.',
    );
  });

  it('tells missing counts from figures that are not good enough', () => {
    const cap = { kind: 'indicator', indicator: 'promotion', from: 3, rises: false } as const;
    const bounds = { min: { numerator: 100, denominator: 100 }, max: null };
    const missing = capText(charter, { ...cap, ...bounds, state: 'missing' });
    const outside = capText(charter, { ...cap, ...bounds, state: 'outside' });
    expect(missing).toContain('to be at least 1.00. The counts are missing');
    expect(outside).toContain('The workforce data do not show this.');
  });
});

describe('dates', () => {
  it('are words without a clock', () => {
    expect(longDate('2026-04-01')).toBe('1 April 2026');
    expect(shortDate('2026-12-31')).toBe('31 Dec 2026');
    expect(longDate('soon')).toBe('soon');
  });

  it('end where the next day begins, leap days included', () => {
    const last = dayOf('2028-02-29');
    const next = dayOf('2028-03-01');
    if (last === null || next === null) throw new Error('both are dates');
    expect(monthsAfter(last)).toBe(monthsAt(next));
  });
});
