import { describe, expect, test } from 'vitest';
import { checkNewPlace, checkUnused, nameKey, sameNamed } from '#app/domain/place-name.ts';

describe('one name, written in two ways', () => {
  test.each([
    ['ST. MARY’S HOSPITAL', "St Mary's  Hospital"],
    ['Ysbyty Môn', 'ysbyty mon'],
    ['Llŷn', 'Lly\u0302n'],
    ['Therapies & rehabilitation', 'Therapies and Rehabilitation'],
    ['North-West Trust', 'North West Trust'],
    ['\uFF2Eorth', 'North'],
    [' North\u00A0Trust\t', 'North Trust'],
    ['Straße', 'STRASSE'],
    ['Cal\u200Bder\u00ADbeck', 'Calderbeck'],
  ])('%j is %j', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
    expect(sameNamed(one, [{ name: 'Another' }, { name: other }])).toEqual({ name: other });
  });

  test.each([
    ['North Trust', 'South Trust'],
    ['Ward 1', 'Ward 11'],
    ['北', '南'],
    ['=1+1', '=11'],
    ['!', '?'],
  ])('%j is not %j', (one, other) => {
    expect(sameNamed(one, [{ name: other }])).toBeNull();
  });
});

test('a place has a name that can be seen, of at most 200 characters, and that no other has', () => {
  const others = [{ name: 'St Mary’s' }];
  expect(checkNewPlace(' Leeds ', others)).toEqual({ ok: true, value: 'Leeds' });
  for (const typed of [' ', '\u200B', 'x'.repeat(201)]) {
    expect(checkNewPlace(typed, others)).toEqual({
      ok: false,
      problem: { code: 'name-wrong', most: 200 },
    });
  }
  const taken = { ok: false, problem: { code: 'name-taken', name: 'St Mary’s' } };
  expect(checkNewPlace("ST MARY'S", others)).toEqual(taken);
  expect(checkUnused("st mary's", others)).toEqual(taken);
});
