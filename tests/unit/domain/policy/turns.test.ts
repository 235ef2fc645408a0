import { describe, expect, test } from 'vitest';
import {
  type Asker,
  emptyLine,
  join,
  leave,
  type Line,
  startNext,
} from '#app/domain/policy/turns.ts';

const asker = (account: string, address: string | null, known = false): Asker => ({
  account,
  address,
  known,
});

/** A line in which these wait, each with its account as its ticket. */
function lineOf(askers: readonly Asker[], most = 300): Line<string> {
  return askers.reduce(
    (line, one) => join(line, { ...one, ticket: `${one.account} ${one.address}` }, most).line,
    emptyLine<string>(),
  );
}

/** Who is served, in order, one after the other. */
function served(line: Line<string>): readonly string[] {
  const next = startNext(line, 1);
  return next === null ? [] : [next.started, ...served(leave(next.line, next.started))];
}

const flood = (many: number, address = 'x') =>
  Array.from({ length: many }, (_, at) => asker(`a${at}`, address));

describe('who is next', () => {
  test('those who came first, where nobody asks twice', () => {
    const line = lineOf([asker('a', '1'), asker('b', '2'), asker('c', '3')]);
    expect(served(line)).toEqual(['a 1', 'b 2', 'c 3']);
  });

  test('one address that asks for very many waits behind everyone else', () => {
    const line = lineOf([...flood(200), asker('sian', '1'), asker('niamh', '2')]);
    expect(served(line).slice(0, 4)).toEqual(['a0 x', 'sian 1', 'niamh 2', 'a1 x']);
  });

  test('one account that is tried from very many addresses waits behind everyone else', () => {
    const tries = Array.from({ length: 200 }, (_, at) => asker('chair', `x${at}`));
    const line = lineOf([...tries, asker('sian', '1')]);
    expect(served(line).slice(0, 3)).toEqual(['chair x0', 'sian 1', 'chair x1']);
  });

  test('a device that has signed in before comes before all who have not', () => {
    const line = lineOf([...flood(200), asker('sian', 'x', true), asker('niamh', '2')]);
    expect(served(line).slice(0, 2)).toEqual(['sian x', 'a0 x']);
  });

  test('devices that have signed in before take turns too', () => {
    const own = Array.from({ length: 9 }, () => asker('chair', '1', true));
    const line = lineOf([...own, asker('sian', '2', true)]);
    expect(served(line).indexOf('sian 2')).toBeLessThanOrEqual(1);
  });

  test('one who is known and asks again and again keeps nobody out', () => {
    let line = lineOf([
      ...Array.from({ length: 20 }, () => asker('lister', '1', true)),
      asker('niamh', '2'),
    ]);
    for (let at = 0; at < 20; at += 1) {
      const next = startNext(line, 1);
      if (next?.started === 'niamh 2') return expect(at).toBeLessThan(3);
      line = leave(next?.line ?? line, next?.started ?? '');
      line = join(line, { ...asker('lister', '1', true), ticket: `again ${at}` }, 300).line;
    }
    throw new Error('somebody new was never served');
  });

  test('whoever has waited is not overtaken by all who come later', () => {
    let line = lineOf(flood(3));
    for (let at = 0; at < 20; at += 1) {
      const next = startNext(line, 1);
      if (next?.started === 'a2 x') return expect(at).toBeLessThan(8);
      line = leave(next?.line ?? line, next?.started ?? '');
      line = join(line, { ...asker(`new${at}`, `${at}`), ticket: `new${at} ${at}` }, 300).line;
    }
    throw new Error('the third of the flood was never served');
  });

  test('nobody starts while all hands are full', () => {
    const first = startNext(lineOf(flood(3)), 2);
    const second = startNext(first?.line ?? emptyLine<string>(), 2);
    expect(second?.started).toBe('a1 x');
    expect(startNext(second?.line ?? emptyLine<string>(), 2)).toBeNull();
  });
});

describe('where too many wait', () => {
  test('the one who came is turned away, where the others are before it', () => {
    const line = lineOf(flood(300));
    expect(join(line, { ...asker('a300', 'x'), ticket: 'late' }, 300).turnedAway).toBe('late');
  });

  test('SEC-41 three hundred people behind one address all wait', () => {
    const line = lineOf(flood(300));
    expect(line.waiting).toHaveLength(300);
    expect(new Set(served(line)).size).toBe(300);
  });

  test('the last of a flood is turned away for someone from elsewhere, or known', () => {
    for (const one of [asker('sian', '1'), asker('sian', 'x', true)]) {
      const joined = join(lineOf(flood(300)), { ...one, ticket: 'sian' }, 300);
      expect(joined.turnedAway).toBe('a299 x');
      expect(served(joined.line).slice(0, 2)).toContain('sian');
    }
  });
});
