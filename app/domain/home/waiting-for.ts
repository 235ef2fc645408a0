// What waits for one reader in all their assessments: what comes first on the home page.
import { addDays } from '#app/domain/calendar-entries.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { nextStep } from './what-next.ts';
import { type CriterionWork, mayNow, type Standing } from './reader-standing.ts';

type Matter =
  | {
      readonly what: 'sign';
      readonly by: string | null;
      readonly askedAt: string;
      readonly message: string;
    }
  /** The panel requires it; a revision is begun before anything can be changed. */
  | { readonly what: 'revise'; readonly criteria: readonly string[]; readonly begun: boolean }
  | { readonly what: 'sent-back'; readonly by: string | null }
  | { readonly what: 'submit' }
  | { readonly what: 'report'; readonly year: number }
  | { readonly what: 'write'; readonly criteria: readonly string[] }
  | { readonly what: 'closing'; readonly round: string; readonly left: number }
  /** What the whole organisation answers once; `assessment` is its set of answers, '' = it is not begun. */
  | {
      readonly what: 'organisation';
      readonly organisation: string;
      readonly round: string;
      readonly left: number;
      readonly all: number;
    }
  /** Asked to be looked at, by who writes them; or sent back to the reader. */
  | { readonly what: 'look' | 'sent-back-to-you'; readonly criteria: readonly string[] }
  | { readonly what: 'mentioned'; readonly criteria: readonly string[]; readonly count: number }
  | { readonly what: 'comments'; readonly criteria: readonly string[]; readonly count: number };

export type Waiting = Matter & {
  readonly assessment: string;
  readonly label: string;
  /** By which day, YYYY-MM-DD in London; null = by none. */
  readonly on: string | null;
  /** The day is over. */
  readonly late: boolean;
};

type Dated = Matter & { readonly on: string | null };

/** From how many days before its end a round is told of. */
const CLOSING_DAYS = 30;

/** What waits for the reader of these assessments: what is due first at the top, what has no date at the end. */
export function waitingFor(
  standings: readonly Standing[],
  beside: readonly Waiting[] = [],
): readonly Waiting[] {
  return [
    ...standings.flatMap((standing) =>
      mattersIn(standing).map((matter) => waiting(standing, matter)),
    ),
    ...beside,
  ].toSorted((one, other) => order(one.on, other.on));
}

function order(one: string | null, other: string | null): number {
  const [a, b] = [one ?? LAST, other ?? LAST];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const LAST = '9999-12-31';

function waiting({ id, label, today, round, revision }: Standing, matter: Dated): Waiting {
  const byRound = revision === null && round !== null && matter.on === londonDay(round.closesAt);
  const late = byRound ? round.state === 'closed' : matter.on !== null && matter.on < today;
  return { ...matter, assessment: id, label, late };
}

function mattersIn(standing: Standing): readonly Dated[] {
  return [
    ...signatures(standing),
    ...revisions(standing),
    ...reports(standing),
    ...writing(standing),
    ...closing(standing),
    ...looks(standing),
    ...comments(standing),
  ];
}

/** The day by which it is to be submitted, YYYY-MM-DD in London; null = there is none. */
export function dueOn({ revision, round }: Standing): string | null {
  if (revision !== null) return revision.dueOn;
  return round === null ? null : londonDay(round.closesAt);
}

function signatures(standing: Standing): readonly Dated[] {
  const { asked } = standing;
  const on = dueOn(standing);
  const step = nextStep(standing);
  if (step.code === 'submit') return [{ what: 'submit', on }];
  if (asked === null) return [];
  const { by } = asked;
  if (step.code === 'sign') {
    return [{ what: 'sign', by, askedAt: asked.at, message: asked.text, on }];
  }
  return step.code === 'read-sent-back' ? [{ what: 'sent-back', by, on }] : [];
}

function revisions(standing: Standing): readonly Dated[] {
  const { revision, criteria, state } = standing;
  if (revision === null) return [];
  const on = revision.dueOn;
  const required = criteria.filter((work) => work.required && work.whose !== 'organisation');
  if (state === 'submitted') {
    return mayNow(standing, 'revise')
      ? [{ what: 'revise', criteria: idsOf(required), begun: false, on }]
      : [];
  }
  const isLead = mayNow(standing, 'ask-to-sign');
  const own = isLead ? required : required.filter(({ whose }) => whose === 'own');
  return mayNow(standing, 'answer') && own.length > 0
    ? [{ what: 'revise', criteria: idsOf(own), begun: true, on }]
    : [];
}

function reports(standing: Standing): readonly Dated[] {
  const step = nextStep(standing);
  return step.code === 'write-report' ? [{ what: 'report', year: step.year, on: step.dueOn }] : [];
}

function writing(standing: Standing): readonly Dated[] {
  if (!mayNow(standing, 'answer')) return [];
  const own = standing.criteria.filter(({ whose }) => whose === 'own');
  const back = own.filter(({ answer }) => answer === 'sent-back');
  const left = own.filter(({ state, answer }) => state !== 'ready' && answer !== 'sent-back');
  return [...byDay(standing, 'sent-back-to-you', back), ...byDay(standing, 'write', left)];
}

/** Those with the same day together: what is due first comes first. */
function byDay(
  standing: Standing,
  what: 'write' | 'sent-back-to-you',
  works: readonly CriterionWork[],
): readonly Dated[] {
  const whole = dueOn(standing);
  const days = Map.groupBy(works, (work) => earliest(work.dueOn, whole));
  return [...days].map(([on, criteria]) => ({ what, criteria: idsOf(criteria), on }));
}

/** The earlier of two days, of which either may be none. */
function earliest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function closing(standing: Standing): readonly Dated[] {
  const { round, revision, today, criteria } = standing;
  if (round?.state !== 'open' || revision !== null || !mayNow(standing, 'ask-to-sign')) return [];
  const on = londonDay(round.closesAt);
  if (on > addDays(today, CLOSING_DAYS)) return [];
  const left = criteria.filter(({ state }) => state !== 'ready').length;
  return [{ what: 'closing', round: round.name, left, on }];
}

/** What leads are asked to look at. */
function looks(standing: Standing): readonly Dated[] {
  if (!mayNow(standing, 'assign')) return [];
  const asked = standing.criteria.filter(({ answer }) => answer === 'in-review');
  return asked.length === 0 ? [] : [{ what: 'look', criteria: idsOf(asked), on: null }];
}

function comments(standing: Standing): readonly Dated[] {
  if (!mayNow(standing, 'comment')) return [];
  const mentioned = standing.criteria.filter((work) => work.comments.mentions > 0);
  const open = mayNow(standing, 'resolve-comments')
    ? standing.criteria.filter(
        ({ whose, comments: { byOthers } }) => whose === 'own' && byOthers > 0,
      )
    : [];
  const sum = (works: readonly CriterionWork[], of: 'mentions' | 'byOthers') =>
    works.reduce((all, work) => all + work.comments[of], 0);
  return [
    ...(mentioned.length === 0
      ? []
      : [
          {
            what: 'mentioned',
            criteria: idsOf(mentioned),
            count: sum(mentioned, 'mentions'),
            on: null,
          } as const,
        ]),
    ...(open.length === 0
      ? []
      : [
          {
            what: 'comments',
            criteria: idsOf(open),
            count: sum(open, 'byOthers'),
            on: null,
          } as const,
        ]),
  ];
}

function idsOf(criteria: readonly CriterionWork[]): readonly string[] {
  return criteria.map(({ id }) => id);
}
