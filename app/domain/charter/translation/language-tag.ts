// Languages by their tags (BCP 47), as the folders of translations are named and pages are marked.

/** The language that charters are written in, and that the service speaks. */
const ORIGINAL = 'en';

/** Why this is no folder for a translation; null = it is one. */
export function wrongLanguage(tag: string): string | null {
  const known = canonical(tag);
  if (known === null || nameIn(known, ORIGINAL) === null) {
    return `"${tag}" is no language; name the folder by its tag, such as cy for Welsh`;
  }
  if (known !== tag) return `"${tag}" is written ${known}; rename the folder`;
  if (new Intl.Locale(tag).language === ORIGINAL) {
    return 'the charter itself is in English, so there is nothing to translate';
  }
  return null;
}

/** What its speakers call a language, such as Cymraeg; the tag where that is not known. */
export function ownName(tag: string): string {
  return nameIn(tag, tag) ?? nameIn(tag, ORIGINAL) ?? tag;
}

/** What a language is called in English, such as Welsh. */
export function englishName(tag: string): string {
  return nameIn(tag, ORIGINAL) ?? tag;
}

/** Whether it is written from right to left. */
export function direction(tag: string): 'ltr' | 'rtl' {
  const script = new Intl.Locale(tag).maximize().script ?? 'Latn';
  return ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm'].includes(script) ? 'rtl' : 'ltr';
}

const WELL_FORMED = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i;

/**
 * The one of these languages that a tag asks for: itself, else the one that is left where the tag is cut from its end
 * (RFC 4647, section 3.4, Lookup), so that cy-GB finds cy; upper and lower case make no difference. null = none.
 */
export function lookUp(tag: string, known: Iterable<string>): string | null {
  if (!WELL_FORMED.test(tag)) return null;
  const tags = new Map([...known].map((one) => [one.toLowerCase(), one]));
  let parts = tag.toLowerCase().split('-');
  while (parts.length > 0) {
    const found = tags.get(parts.join('-'));
    if (found !== undefined) return found;
    parts = parts.slice(0, -1);
    // A letter or digit alone introduces what was cut off.
    if (parts.at(-1)?.length === 1) parts = parts.slice(0, -1);
  }
  return null;
}

/** What is there in the language that a tag asks for; undefined = nothing. */
export function inLanguage<T>(languages: ReadonlyMap<string, T>, tag: string): T | undefined {
  return languages.get(lookUp(tag, languages.keys()) ?? '');
}

/** A language, perhaps a script and a region: nothing that says how dates or numbers are written. */
const TAG = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i;

function canonical(tag: string): string | null {
  if (!TAG.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (error) {
    // Named recovery: what is no tag at all is no language.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function nameIn(tag: string, language: string): string | null {
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
  return names.of(tag) ?? null;
}
