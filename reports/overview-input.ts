// What the spreadsheet and the document of the overview are given: its rows, worked out elsewhere.
import type { OverviewFacts } from '#app/domain/home/overview.ts';
import { OVERVIEW_STATE } from '#words/home/overview-words.ts';

export type OverviewTableRow = OverviewFacts & {
  /** null = the department has no assessment. */
  readonly id: string | null;
  readonly label: string;
  /** id@version; '' = there is none. */
  readonly charterName: string;
  readonly decided: string | null;
  readonly levelText: string;
  readonly ready: number;
  readonly all: number;
  /** In the order of the charter; `share` is of the whole, null = nothing applies. */
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly share: number | null;
    readonly text: string;
  }[];
  readonly before: {
    readonly submittedOn: string;
    readonly overall: OverviewFacts['overall'];
    readonly what: string;
    readonly tenths: number | null;
  } | null;
};

export type OverviewTable = {
  /** The name of the organisation. */
  readonly name: string;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly rows: readonly OverviewTableRow[];
};

/** The state in words, with what was decided. */
export function stateTold({ state, decided }: OverviewTableRow): string {
  const text = OVERVIEW_STATE[state];
  return state === 'decided' || state === 'awarded' ? `${text}: ${decided ?? ''}` : text;
}

/** The assessments by one version of a charter. */
export type ByCharter = {
  readonly title: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly OverviewTableRow[];
};

/** The rows by charter, in the order in which each comes first; without those that have no assessment. */
export function byCharter(rows: readonly OverviewTableRow[]): readonly ByCharter[] {
  const groups = Map.groupBy(
    rows.filter(({ id }) => id !== null),
    ({ charterName }) => charterName,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ title: first.charter, sections: first.sections, rows: group }];
  });
}
