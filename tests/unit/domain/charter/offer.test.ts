import { expect, test } from 'vitest';
import { checkOffer, checkOffered } from '#app/domain/charter/offer.ts';

const notOffered = { ok: false, problem: { code: 'charter-not-published' } };

test('a version is started where it is published and not retired', () => {
  const published = { published: true };
  expect(checkOffered(published, false)).toEqual({ ok: true, value: published });
  expect(checkOffered(published, true)).toEqual(notOffered);
  expect(checkOffered({ published: false }, false)).toEqual(notOffered);
  expect(checkOffered(undefined, false)).toEqual(notOffered);
});

test('retiring twice, or offering twice, is once; a draft is neither', () => {
  const offered = { published: true, retired: false };
  const retired = { published: true, retired: true };
  expect(checkOffer(offered, 'retired')).toEqual({ ok: true, value: true });
  expect(checkOffer(retired, 'retired')).toEqual({ ok: true, value: false });
  expect(checkOffer(retired, 'offered')).toEqual({ ok: true, value: true });
  expect(checkOffer(offered, 'offered')).toEqual({ ok: true, value: false });
  expect(checkOffer({ published: false, retired: false }, 'retired')).toEqual(notOffered);
});
