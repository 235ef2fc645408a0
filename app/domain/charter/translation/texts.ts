// What of a charter's files is text that a translation can say in another language, written down once: the shape
// of a translation's files, what is missing in them, and a charter with them are all read from it. Entries with
// an id are known by it, so that a translation need not hold them all; other lists are known by their places.
// Source: scoring.md, Versions (`translations/<lang>/` with the same file names).

/** The texts in a piece of YAML. */
export type Texts =
  | 'text'
  /** A list that a translation has as a whole, with as many entries as its language needs. */
  | 'list'
  /** A list whose entries are known by their places. */
  | { readonly each: Texts }
  /** A list whose entries are known by what stands under `by`; a translation names it under `as`. */
  | { readonly named: Keyed; readonly by: string; readonly as: string }
  /** Texts by rating. */
  | { readonly ratings: Texts }
  | { readonly keys: Keyed };

type Keyed = Readonly<Record<string, Texts>>;

const named = (keys: Keyed, by = 'id', as = by): Texts => ({ named: keys, by, as });
const list: Texts = { each: 'text' };
const group: Texts = { keys: { label: 'text', numerator: 'text', denominator: 'text' } };
const example: Texts = { keys: { text: 'text', why: 'text' } };
const actions: Texts = {
  ratings: { keys: { objective: 'text', steps: list, owner: 'text', measure: 'text' } },
};
const byRating = {
  descriptors: { ratings: 'text' },
  statements: { ratings: list },
  suggestedActions: actions,
} as const;

const criterion: Keyed = {
  title: 'text',
  question: 'text',
  guidance: 'text',
  rationale: { keys: { why: 'text', sources: named({ theme: 'text' }, 'source') } },
  ...byRating,
  evidence: { keys: { wanted: list } },
  notApplicable: 'text',
  variants: {
    each: {
      keys: {
        title: 'text',
        question: 'text',
        guidance: 'text',
        notApplicable: 'text',
        ...byRating,
        wanted: list,
      },
    },
  },
  examples: { keys: { good: example, weak: example } },
  crosswalk: { each: { keys: { accepted: 'text' } } },
};

/** The texts of each kind of file. Citations, addresses and references stay as they are. */
export const TEXTS = {
  charter: {
    keys: {
      title: 'text',
      summary: 'text',
      notice: 'text',
      scale: { each: { keys: { label: 'text', meaning: 'text' } } },
      indicators: named({
        title: 'text',
        guidance: 'text',
        period: 'text',
        first: group,
        second: group,
        group,
        start: 'text',
        end: 'text',
      }),
      kinds: named({ label: 'text', means: 'text' }),
      facts: named({
        question: 'text',
        guidance: 'text',
        options: named({ label: 'text' }),
      }),
      glossary: named({ term: 'text', means: 'text', also: 'list' }, 'term', 'of'),
      crosswalk: named({ title: 'text' }),
      changes: named({ why: 'text' }, 'of'),
    },
  },
  levels: { keys: { levels: named({ label: 'text', means: 'text' }) } },
  section: { keys: { title: 'text', summary: 'text', criteria: named(criterion) } },
} as const satisfies Readonly<Record<string, Texts>>;
