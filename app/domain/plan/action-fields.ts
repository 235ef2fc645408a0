// The catalogue of an action's fields, in the order in which they are read: what an action is. Its types, its
// form, what is checked, the comparison of versions, the spreadsheet both ways, the facts of the document, the
// public plan and the interface for programs are made of this table.
//
// A new field of a kind that is here is written into five files: this one; its words
// (app/words/en/plan/action-words.ts); its column (db/tables.ts); and the file of an assessment, whose formats
// are frozen and name every field by themselves (app/domain/formats/assessment-file.ts to read it,
// export-assessment.ts to write it). The sixth is its migration, which is generated, as are the JSON Schema of
// the file and the description of the interface. tests/unit/domain/plan/added-field.alone.test.ts adds one.
//
// What no other field has stays written out where it happens: criteria against their charter, milestones as
// rows of a form, the end that is not before the start, notes on progress.

export const PRIORITIES = ['high', 'medium', 'low'] as const;
/** Progress in words; colour is only ever added to them. */
export const STATUSES = ['not-started', 'on-track', 'at-risk', 'off-track', 'complete'] as const;

type Place = {
  readonly name: string;
  /** The width of its column in the spreadsheet, in characters. */
  readonly width: number;
  /** Who reads it: the department and its panel, also whoever reads the public document, or anyone. */
  readonly readers: 'team' | 'document' | 'anyone';
  /**
   * Where the document has it: among the facts under the title, as a part of its own, or among the figures
   * at the end; 'own' is written out in reports/plan-blocks.ts.
   */
  readonly inDocument: 'fact' | 'part' | 'figure' | 'own';
  /** The document says 'Not set yet' where it is empty; other fields are left out. */
  readonly awaited?: true;
};

type Kind =
  /** A line that the plan groups its actions by, with single spaces. */
  | { readonly kind: 'group'; readonly most: number }
  | { readonly kind: 'line'; readonly most: number }
  | {
      readonly kind: 'text';
      readonly most: number;
      /** The height of its field in the form. */
      readonly rows: number;
      readonly required?: true;
    }
  /** A list with one entry on each line. */
  | {
      readonly kind: 'lines';
      readonly most: number;
      readonly charactersEach: number;
      readonly rows: number;
    }
  | { readonly kind: 'day' }
  | {
      readonly kind: 'choice';
      readonly choices: readonly string[];
      /** What it is where nothing is chosen. */
      readonly otherwise: string;
    }
  /** Ids of criteria. Their limit and that of milestones: app/domain/limits.ts. */
  | { readonly kind: 'criteria' }
  | { readonly kind: 'milestones' };

/** Every field that people fill in. Limits are in characters, or in entries of a list. */
export const ACTION_FIELDS = [
  /** What the plan groups its actions by, in the department's own words; empty = none. */
  {
    name: 'keyPriority',
    kind: 'group',
    most: 100,
    width: 22,
    readers: 'anyone',
    inDocument: 'fact',
  },
  {
    name: 'objective',
    kind: 'text',
    /** The same as an assessment file takes. */
    most: 300,
    rows: 2,
    required: true,
    width: 40,
    readers: 'anyone',
    inDocument: 'own',
  },
  /** The criteria whose gap the action closes, by id. */
  { name: 'criteria', kind: 'criteria', width: 12, readers: 'anyone', inDocument: 'own' },
  {
    name: 'reason',
    kind: 'text',
    most: 2_000,
    rows: 3,
    width: 40,
    readers: 'anyone',
    inDocument: 'part',
    awaited: true,
  },
  {
    name: 'steps',
    kind: 'lines',
    most: 30,
    charactersEach: 500,
    rows: 6,
    width: 45,
    readers: 'anyone',
    inDocument: 'part',
    awaited: true,
  },
  /** The one person who answers for it. */
  {
    name: 'owner',
    kind: 'line',
    most: 200,
    width: 24,
    readers: 'team',
    inDocument: 'fact',
    awaited: true,
  },
  /** Those who do the work. */
  { name: 'responsible', kind: 'line', most: 500, width: 24, readers: 'team', inDocument: 'fact' },
  /** Calendar dates, YYYY-MM-DD; null = not set yet. */
  { name: 'startOn', kind: 'day', width: 13, readers: 'anyone', inDocument: 'own' },
  { name: 'dueOn', kind: 'day', width: 13, readers: 'anyone', inDocument: 'own' },
  { name: 'milestones', kind: 'milestones', width: 40, readers: 'anyone', inDocument: 'part' },
  {
    name: 'resources',
    kind: 'text',
    most: 2_000,
    rows: 2,
    width: 28,
    readers: 'anyone',
    inDocument: 'part',
    awaited: true,
  },
  {
    name: 'successMeasure',
    kind: 'text',
    most: 2_000,
    rows: 3,
    width: 40,
    readers: 'anyone',
    inDocument: 'part',
    awaited: true,
  },
  /** Where the success measure stands at the start, and where it is to be at the end. */
  { name: 'baseline', kind: 'line', most: 500, width: 24, readers: 'team', inDocument: 'figure' },
  { name: 'target', kind: 'line', most: 500, width: 24, readers: 'anyone', inDocument: 'figure' },
  {
    name: 'priority',
    kind: 'choice',
    choices: PRIORITIES,
    otherwise: 'medium',
    width: 11,
    readers: 'document',
    inDocument: 'own',
  },
  {
    name: 'status',
    kind: 'choice',
    choices: STATUSES,
    otherwise: 'not-started',
    width: 13,
    readers: 'document',
    inDocument: 'own',
  },
] as const satisfies readonly (Place & Kind)[];

export type ActionField = (typeof ACTION_FIELDS)[number];
export type ActionFieldName = ActionField['name'];
