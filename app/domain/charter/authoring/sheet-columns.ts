// The columns of the sheet of criteria: which text of a criterion's YAML each holds, and as what.
import type { Place } from '#app/domain/charter/view.ts';

/** How a value stands in a cell: as it is, a line for each of a list, or a list with commas. */
type Manner = 'text' | 'lines' | 'commas';

type TextPlace = { readonly keys: readonly string[]; readonly manner: Manner };

/** What a column is about. */
export type ColumnName = (typeof ONCE)[number]['name'] | (typeof OF_STEP)[number] | 'rating';

export type SheetColumn = {
  readonly name: ColumnName;
  /** The rating that its texts are about; null = they are about the criterion. */
  readonly rating: number | null;
  /** Where its text may stand in the criterion; the first that is there. */
  readonly places: readonly [TextPlace, ...TextPlace[]];
  /** What the author may write into: the criterion's id stays. */
  readonly fixed: boolean;
  /** The key goes where the cell is empty. */
  readonly optional: boolean;
  /** In characters. */
  readonly width: number;
};

const ONCE = [
  { name: 'id', keys: ['id'], fixed: true, width: 8 },
  { name: 'title', keys: ['title'], width: 40 },
  { name: 'question', keys: ['question'], width: 50 },
  { name: 'guidance', keys: ['guidance'], width: 60 },
  { name: 'why', keys: ['rationale', 'why'], width: 50 },
  { name: 'wanted', keys: ['evidence', 'wanted'], manner: 'lines', width: 50 },
  { name: 'notApplicable', keys: ['notApplicable'], optional: true, width: 40 },
  { name: 'weight', keys: ['weight'], optional: true, width: 10 },
  { name: 'wordLimit', keys: ['wordLimit'], optional: true, width: 12 },
  { name: 'minutes', keys: ['minutes'], optional: true, width: 10 },
  { name: 'effort', keys: ['effort'], manner: 'commas', optional: true, width: 14 },
  { name: 'goodText', keys: ['examples', 'good', 'text'], width: 50 },
  { name: 'goodWhy', keys: ['examples', 'good', 'why'], width: 40 },
  { name: 'weakText', keys: ['examples', 'weak', 'text'], width: 50 },
  { name: 'weakWhy', keys: ['examples', 'weak', 'why'], width: 40 },
] as const;

const OF_STEP = ['objective', 'steps', 'owner', 'measure', 'months'] as const;
const STEP_WIDTH = { objective: 40, steps: 50, owner: 24, measure: 40, months: 10 } as const;
const RATING_WIDTH = 50;

/** The columns for a scale with so many ratings, first to last. */
export function sheetColumns(ratings: number): readonly SheetColumn[] {
  const once = ONCE.map((column): SheetColumn => {
    const { name, keys, width } = column;
    const manner = 'manner' in column ? column.manner : 'text';
    const [fixed, optional] = ['fixed' in column, 'optional' in column];
    return { name, rating: null, places: [{ keys, manner }], fixed, optional, width };
  });
  const all = Array.from({ length: ratings }, (_, rating) => rating);
  const before = once.findIndex(({ name }) => name === 'wanted');
  return [
    ...once.slice(0, before),
    ...all.map(ratingColumn),
    ...once.slice(before),
    ...all.slice(1).flatMap((rating) => OF_STEP.map((name) => stepColumn(name, rating))),
  ];
}

/** A rating has one text, or a list of statements. */
function ratingColumn(rating: number): SheetColumn {
  const key = String(rating);
  return {
    name: 'rating',
    rating,
    places: [
      { keys: ['descriptors', key], manner: 'text' },
      { keys: ['statements', key], manner: 'lines' },
    ],
    fixed: false,
    optional: false,
    width: RATING_WIDTH,
  };
}

function stepColumn(name: (typeof OF_STEP)[number], rating: number): SheetColumn {
  const keys = ['suggestedActions', String(rating), name];
  const manner = name === 'steps' ? 'lines' : 'text';
  const width = STEP_WIDTH[name];
  return { name, rating, places: [{ keys, manner }], fixed: false, optional: false, width };
}

/** The place in which the criterion has a text for this column, or would have it. */
export function placeIn(criterion: Place, { places }: SheetColumn): TextPlace {
  return places.find(({ keys }) => under(criterion, keys).present) ?? places[0];
}

/** The text of a criterion for a cell of the column; '' where it has none. */
export function heldText(criterion: Place, column: SheetColumn): string {
  const { keys, manner } = placeIn(criterion, column);
  const place = under(criterion, keys);
  if (manner === 'text') return textOf(place);
  return place
    .items()
    .map(textOf)
    .join(manner === 'lines' ? '\n' : ', ');
}

/** What a text in a cell stands for in YAML. */
export function valueOf(text: string, manner: Manner): string | readonly string[] {
  if (manner === 'text') return plain(text);
  return text
    .split(manner === 'lines' ? /\r\n?|\n/ : ',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A text without what nobody sees: spaces around it, and another kind of line end. */
export function plain(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim();
}

function under(place: Place, keys: readonly string[]): Place {
  return keys.reduce((at, key) => at.at(key), place);
}

function textOf({ data }: Place): string {
  return typeof data === 'string' ? plain(data) : '';
}
