// Mistakes of a careless author, planted in a copy of a sound charter, with the place where each must
// be reported.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The sound charter that the mistakes are planted in. */
export const SOUND = path.join('charter-criteria', 'gender-equality-example', '1.0.0');

export type Plant = {
  readonly file: string;
  /** Text that stands exactly once in the sound file, and what replaces it. */
  readonly from: string;
  readonly to: string;
  readonly expected: readonly Expected[];
};
type Expected = {
  readonly code: string;
  /** Text that stands exactly once in the planted file. */
  readonly at: string;
  /** Lines above `at`, where the line itself has no text of its own. */
  readonly above?: number;
  readonly file?: string;
};

export const CHARTER = 'charter.yaml';
export const LEVELS = 'levels.yaml';
export const LEADERSHIP = 'sections/1-leadership.yaml';
export const CAREERS = 'sections/2-careers.yaml';
export const DAILY = 'sections/3-daily-life.yaml';

export const one = (file: string, from: string, to: string, code: string, at = to): Plant => ({
  file,
  from,
  to,
  expected: [{ code, at }],
});

/** Each also stands alone: no mistake causes another. */
export const PLANTS: readonly Plant[] = [
  one(CHARTER, 'version: 1.0.0', 'version: one', 'bad-value'),
  one(CHARTER, 'notice: >-', 'tagline: Nice\nnotice: >-', 'unknown-key', 'tagline: Nice'),
  one(
    CHARTER,
    '    citation: Advance HE. Athena Swan Charter.',
    '    citation: Advance HE.\n    citation: Twice',
    'duplicate-key',
    'citation: Twice',
  ),
  {
    file: CHARTER,
    from: '  - daily-life',
    to: '  - daily-live',
    expected: [
      { code: 'unknown-section', at: '  - daily-live' },
      { code: 'unlisted-section', at: 'id: daily-life', file: DAILY },
    ],
  },
  one(CHARTER, '  minutes: 20\n', '', 'missing-key', 'defaults:'),
  {
    file: CHARTER,
    from: '\nindicators:\n',
    to: '\npreviousPlan:\n  criterion: P9\n  done:\n    1: 40.0\n    2: 40\n    7: 90\nindicators:\n',
    expected: [
      { code: 'unknown-criterion', at: '  criterion: P9' },
      { code: 'previous-plan-order', at: '    2: 40\n' },
      { code: 'bad-rating', at: '    7: 90\n' },
    ],
  },
  {
    file: CHARTER,
    from: '\nindicators:\n',
    to: '\nactionPlan:\n  criteria:\n    - P9\n    - D2\n    - D2\nindicators:\n',
    expected: [
      { code: 'unknown-criterion', at: '    - P9' },
      { code: 'duplicate-id', at: '    - D2\nindicators' },
    ],
  },
  one(CHARTER, '{ from: 3, minimum: 2 }', '{ from: 3, minimum: 1 }', 'evidence-order'),
  one(LEVELS, 'overall: 33.33', 'overall: 133.33', 'bad-value'),
  one(LEVELS, '    section: 33.33\n', '    section: 33.333\n', 'bad-value'),
  one(LEVELS, '{ L1: 1, L2: 1 }', '{ L1: 1, L9: 1 }', 'unknown-criterion'),
  {
    file: LEVELS,
    from: '{ L1: 2, L2: 2, D2: 1 }',
    to: '{ L1: 4, L2: 2, D2: 3 }',
    expected: [
      { code: 'bad-rating', at: 'L1: 4' },
      { code: 'falling-level', at: 'D2: 2' },
    ],
  },
  one(LEVELS, '{ careers: 55.5 }', '{ carers: 55.5 }', 'unknown-section'),
  one(LEVELS, 'overall: 85', 'overall: 60', 'falling-level'),
  {
    file: LEADERSHIP,
    from: '      1: One year of figures by grade has been drawn and discussed once.\n',
    to: '',
    expected: [{ code: 'missing-rating', at: '0: Figures by gender are not drawn', above: 1 }],
  },
  one(LEADERSHIP, '- source: rosser-2019', '- source: rosser-2018', 'unknown-source'),
  one(LEADERSHIP, '{ from: 3, minimum: 3 }', '{ from: 1, minimum: 3 }', 'evidence-order'),
  one(LEADERSHIP, 'weight: 3', 'weight: 101', 'bad-value'),
  one(CAREERS, 'notApplicable: >-', 'notAplicable: >-', 'unknown-key'),
  one(CAREERS, '- id: C3', '- id: C1 # again', 'duplicate-id'),
  one(CAREERS, 'effort: [2, 5, 9]', 'effort: [2, 5]', 'effort-length'),
  {
    file: CAREERS,
    from: '        min: 0.80\n        max: 1.25\n',
    to: '        rises: true\n      - indicator: promotion\n        from: 2\n        min: 1\n',
    expected: [
      { code: 'indicator-rule', at: '- indicator: promotion-by-gender' },
      { code: 'unknown-indicator', at: '- indicator: promotion\n' },
    ],
  },
  one(
    DAILY,
    '        steps:\n          - Write a guide of one page\n          - Use a template for cover\n',
    '        steps: Write a guide\n',
    'wrong-type',
  ),
  one(
    DAILY,
    '      3: People of several genders use it',
    '      best: Everything.\n      3: People of several genders use it',
    'bad-key',
    'best: Everything.',
  ),
  one(
    DAILY,
    'title: Harassment is prevented',
    'title: &title Harassment is prevented',
    'alias',
    '&title',
  ),
  one(DAILY, 'measure: 100% of new leaves', 'measure: !share 100% of new leaves', 'syntax'),
  one(
    DAILY,
    '    evidence:\n      wanted:\n        - Uptake by gender and job family, small',
    '    replaces: [D1]\n    evidence:\n      wanted:\n        - Uptake by gender and job family, small',
    'replaces-itself',
    'replaces: [D1]',
  ),
  {
    file: DAILY,
    from: '        months: 30\n',
    to: '',
    expected: [{ code: 'missing-key', at: 'objective: Widen uptake', above: 1 }],
  },
];

function onlyPlace(text: string, wanted: string, file: string): number {
  const index = text.indexOf(wanted);
  if (index < 0 || text.indexOf(wanted, index + 1) >= 0) {
    throw new Error(`${file}: ${JSON.stringify(wanted)} must stand exactly once`);
  }
  return index;
}

/** Plants the mistakes and returns what must be reported, each as `file:line code`. */
export async function plantAll(
  folder: string,
  plants: readonly Plant[],
): Promise<readonly string[]> {
  const texts = new Map<string, string>();
  const files = plants.flatMap(({ file, expected }) => [
    file,
    ...expected.map((e) => e.file ?? file),
  ]);
  for (const file of new Set(files)) {
    texts.set(file, await readFile(path.join(folder, file), 'utf8'));
  }
  for (const { file, from, to } of plants) {
    const text = texts.get(file) ?? '';
    const index = onlyPlace(text, from, file);
    texts.set(file, text.slice(0, index) + to + text.slice(index + from.length));
  }
  for (const [file, text] of texts) await writeFile(path.join(folder, file), text);
  return plants.flatMap((plant) =>
    plant.expected.map(({ code, at, above = 0, file = plant.file }) => {
      const text = texts.get(file) ?? '';
      const line = text.slice(0, onlyPlace(text, at, file)).split('\n').length;
      return `${file}:${line - above} ${code}`;
    }),
  );
}
