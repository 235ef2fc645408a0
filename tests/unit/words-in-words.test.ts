// Every sentence that a person reads stands in words, so that there is one place to mend or translate it. What a
// page says in its own markup stays there; everything else that reads as words is refused, but what is named here.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Said, saidIn } from '#tests/support/said-in-source.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FLOORS = ['ui', 'routes', 'queries', 'use-cases', 'domain', 'doors', 'http']
  .map((floor) => `app/${floor}`)
  .concat('reports');

type Exception = { readonly of: RegExp; readonly may: RegExp; readonly because: string };

/** The structure of a tagged document, by the names of ISO 32000-1, 14.8.4. */
const TAGS =
  'Artifact|Block|Caption|Column|Decimal|Disc|Div|Document|Figure|LBody|Layout|Lbl|Link|List|None|Pagination|Row|Span|TBody|THead|Table';

const EXCEPTIONS: readonly Exception[] = [
  {
    of: /^app\/domain\/charter\//,
    may: /./,
    because: 'What is wrong in a charter stands beside the rule that finds it.',
  },
  {
    of: /^app\/domain\/assessment\/draft-(?:document|lines)\.ts$/,
    may: /./,
    because: 'A document that comes back is known by what we wrote into it: words of a format.',
  },
  {
    of: /^app\/domain\/formats\/.*credential/,
    may: /^(?:[A-Z][a-z]+)+$/,
    because: 'The types of a verifiable credential are named by its standard.',
  },
  {
    of: /^app\/domain\/formats\/frozen\//,
    may: /^expected an http or https address$/,
    because: 'What is frozen never changes.',
  },
  {
    of: /^app\/(?:domain|use-cases|http)\//,
    may: /^\p{Ll}+(?: \p{Ll}+)*(?: …)+$|^… \p{Ll}+$|^storage: …$/u,
    because: 'Ids of letters, keys of what is counted and lines of the log: nobody is shown them.',
  },
  {
    of: /^app\/use-cases\/people\/step-in\.ts$/,
    may: /^the letter$/,
    because: 'Stored, not shown.',
  },
  {
    of: /^app\/domain\/storage-trouble\.ts$/,
    may: /^StorageError$/,
    because: 'The name of a class.',
  },
  { of: /\/(?:london-day|wall-clock)\.ts$/, may: /^Europe\/London$/, because: 'A time zone.' },
  { of: /^app\/queries\/award\/public-keys\.ts$/, may: /^EdDSA$/, because: 'An algorithm.' },
  { of: /^app\/routes\/public\/readyz\.ts$/, may: /^not ready\n$/, because: 'A machine asks.' },
  {
    of: /^app\/ui\/accounts\/browser-text\.ts$/,
    may: /^(?:Edge|Opera|Samsung Internet|Firefox|Chrome|Safari|Windows|Android|ChromeOS|Linux)$/,
    because: 'Names of products.',
  },
  {
    of: /^app\/http\/register-api\/(?:openapi-document|register-schemas)\.ts$/,
    may: /./,
    because: 'The description of the interface for programs is a versioned document, in English.',
  },
  {
    of: /^app\/http\//,
    may: /^(?:Cookie|Vary|RateLimit|Cookie, Accept-Encoding|Accept, Content-Type, If-None-Match|img-src 'self' data:)$/,
    because: 'Headers.',
  },
  {
    of: /^app\/http\/door\/(?:client-address|known-device)\.ts$/,
    may: /^A request carries X-Forwarded-For|^known devices$|^device … … account …$/,
    because: 'A line of the log, and what is signed.',
  },
  {
    of: /^app\/doors\/check-record\.ts$/,
    may: /^false = does not agree/,
    because: 'A line of the log.',
  },
  { of: /^reports\/chart-labels\.ts$/, may: /^…px …$/, because: 'A font, as a canvas wants it.' },
  { of: /^reports\/pdf\//, may: new RegExp(`^(?:${TAGS})$`), because: 'Tags of the document.' },
];

const files = FLOORS.flatMap((floor) =>
  readdirSync(path.join(ROOT, floor), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${floor}/${file.replaceAll('\\', '/')}`),
);
const said = files.flatMap((file) =>
  saidIn(readFileSync(path.join(ROOT, file), 'utf8')).map((one) => ({ file, ...one })),
);

const isExcepted = ({ of, may }: Exception, { file, text }: Said & { readonly file: string }) =>
  of.test(file) && may.test(text);

test('no floor but words says anything to a person outside the markup of a page', () => {
  const left = said.filter((one) => !EXCEPTIONS.some((exception) => isExcepted(exception, one)));
  expect(left.map(({ file, line, text }) => `${file}:${line}: ${text}`)).toEqual([]);
  for (const floor of FLOORS) expect(files.some((file) => file.startsWith(floor))).toBe(true);
  expect(files.length).toBeGreaterThan(700);
});

test.each(EXCEPTIONS)('an exception is needed, or it goes: $because', (exception) => {
  expect(said.some((one) => isExcepted(exception, one))).toBe(true);
});

test.each([
  "const title = 'Nothing was changed';",
  "const COLUMNS = ['Action'];",
  'const text = (day: string) => `due by ${day}`;',
  'const text = (n: number, all: number) => `${n} of ${all}`;',
  "return { label: isNew ? 'its fields' : 'changes' };",
  "errors['choice'] = 'say whether it may go.';",
  'const title = `Documents of ${department}`;',
  "const page = <Row titles={titles} />; const titles = ['Field', 'Text'];",
  "export const STATES = { open: 'Open', closed: 'closed to everybody' } as const;",
])('%s is words', (line) => {
  expect(saidIn(`function page() { ${line.replace('export ', '')} }`).length).toBeGreaterThan(0);
});

test.each([
  "import { one } from 'A module';",
  "type State = 'Not begun';",
  "throw new Error('Nobody reads this but whoever mends it.');",
  "headers.set('Retry-After', '3');",
  "const place = 'nhsuk-tag nhsuk-tag--grey';",
  'const id = `${room}-${number}`;',
  "const type = 'text/csv; charset=utf-8; header=present';",
  'const name = `attachment; filename="${file}.csv"`;',
  'return <p title="Of the page">Its own words, {isOpen ? \'open to all\' : `closed on ${day}`}.</p>;',
])('%s is none', (line) => {
  expect(saidIn(line.startsWith('import') ? line : `function page() { ${line} }`)).toEqual([]);
});
