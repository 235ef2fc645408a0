// A translation of a charter's folder for tests: each text in capitals before a sign of its language, written
// from the names of the keys, without the program's own list of what is text.
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse, parseDocument, stringify } from 'yaml';
import { readCharterFolder } from '#app/adapters/charter-files/charter-files.ts';
import type { CharterLibrary } from '#app/adapters/charter-files/charter-library.ts';

const NO_TEXT = new Set(
  `format version citation url weight wordLimit minutes effort sections requires replaces quorum years month months
   minimumDenominator appliesWhen when findings ref covers standard defaults rules indicators-of-criterion sources-of-charter
   awarding previousPlan actionPlan cumulative scope narrative
   overall section coverage floor floors anyOf answered preconditions notApplicableReason`.split(
    /\s+/,
  ),
);
const NAMES = ['id', 'source', 'of', 'term'];

type Data = string | readonly Data[] | { readonly [key: string]: Data };

/** What a text is in the language of the tests. */
export function inCapitals(text: string): string {
  return `${text.trim().toUpperCase()} ¶`;
}

/** The translation of one file, by what its keys are called. */
function translationOf(data: Data, key: string): Data | undefined {
  if (typeof data === 'string') return NO_TEXT.has(key) ? undefined : inCapitals(data);
  if (NO_TEXT.has(key)) return undefined;
  if (Array.isArray(data)) {
    const entries = data.map((entry: Data) => translationOf(entry, key) ?? {});
    return entries.some((entry) => typeof entry === 'string' || Object.keys(entry).length > 0)
      ? entries
      : undefined;
  }
  const name = NAMES.find((each) => each in data);
  const said = Object.entries(data).flatMap(([each, value]) => {
    if (each === name && name !== 'term') return [[each, value] as const];
    if (each === 'id' || each === 'kind') return [];
    const translated = translationOf(value, keyBelow(key, each));
    return translated === undefined ? [] : [[each, translated] as const];
  });
  const term = name === 'term' && 'term' in data ? [['of', data['term'] ?? ''] as const] : [];
  return Object.fromEntries([...term, ...said]);
}

function keyBelow(above: string, key: string): string {
  if (key === 'indicators' && above === 'criteria') return 'indicators-of-criterion';
  if (key === 'sources' && above === 'charter') return 'sources-of-charter';
  return key;
}

/** Writes `translations/<language>/` of every text of the charter in a folder. */
export async function translate(folder: string, language: string): Promise<void> {
  for (const file of globSync('{charter,levels,sections/*}.yaml', { cwd: folder })) {
    const data: Data = parse(await readFile(path.join(folder, file), 'utf8'), {
      schema: 'failsafe',
    });
    const root = file.startsWith('sections') ? 'criteria-file' : path.basename(file, '.yaml');
    const translated = Object.fromEntries(
      Object.entries(translationOf(data, root) ?? {}).filter(([key]) => key !== 'id'),
    );
    const to = path.join(folder, 'translations', language, file);
    await mkdir(path.dirname(to), { recursive: true });
    await writeFile(to, stringify(translated, { lineWidth: 100 }));
  }
}

/** Takes one place out of a YAML file, such as `['criteria', 0, 'question']`. */
export async function takeOut(file: string, place: readonly (string | number)[]): Promise<void> {
  const document = parseDocument(await readFile(file, 'utf8'));
  document.deleteIn(place);
  await writeFile(file, document.toString({ lineWidth: 100 }));
}

const MARKS = /\u{E0001}/u;

/** The library with each of these versions in capitals as Welsh, whatever its format. */
export async function inCapitalsToo(
  library: CharterLibrary,
  names: readonly string[],
): Promise<CharterLibrary> {
  const changed = names.map(async (name) => {
    const version = library.versions.get(name);
    if (version === undefined) throw new Error(`no ${name}`);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'charter-translated-'));
    await cp(path.join('charter-criteria', name.replace('@', '/')), folder, { recursive: true });
    const file = path.join(folder, 'charter.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^format: 1$/m, 'format: 2'));
    await translate(folder, 'cy');
    const welsh = (await readCharterFolder(folder)).translations.get('cy');
    if (welsh === undefined) throw new Error(`${name} is not translated`);
    const translations = new Map([
      ['cy', { ...welsh, charter: { ...welsh.charter, format: version.charter.format } }],
    ]);
    return [name, { ...version, translations }] as const;
  });
  return { ...library, versions: new Map([...library.versions, ...(await Promise.all(changed))]) };
}

/** The texts of a page between its tags that are in capitals and not marked as Welsh, or that hold a mark. */
export function unmarkedPassages(html: string): readonly string[] {
  const read = html
    .replaceAll(/<(script|style|textarea|title|option)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    // A picture is read by its own text.
    .replaceAll(/<svg\b[^>]*role="img"[\s\S]*?<\/svg>/g, '')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<span lang="cy" dir="ltr">[^<]*<\/span>/g, '');
  const texts = read.split(/<[^>]*>/);
  const wrong = texts.filter((text) => text.includes('¶') || MARKS.test(text));
  return MARKS.test(html.replaceAll(/<script[\s\S]*?<\/script>/g, ''))
    ? [...wrong, 'a mark']
    : wrong;
}
