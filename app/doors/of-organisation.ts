// What assessments have from their organisation. A draft reads what the organisation says now, in its round; from the
// signature on, what was taken over with it (scoring.md, `scope: organisation`).
import { changedSince } from '#app/domain/assessment/organisation-answers.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import {
  asksOrganisation,
  factsRead,
  organisationCriteria,
  organisationFacts,
} from '#app/domain/charter/scope.ts';
import { ORGANISATION_ITSELF } from '#app/domain/policy/assessment.ts';
import type { Services } from '#app/services.server.ts';
import { answerSetIn } from '#db/repositories/assessment/assessment-content.ts';
import type { AssessmentRow, LoadedAssessment } from '#db/repositories/assessment/assessments.ts';
import {
  listSharedCopies,
  listSharedOf,
  listSharedRows,
  type SharedRows,
} from '#db/repositories/assessment/shared-rows.ts';

/** What an assessment has from its organisation. */
export type OfOrganisation = SharedRows & {
  /** The criteria that the organisation answers, in the charter’s order. */
  readonly criteria: ReadonlySet<string>;
  /** The facts that are its to say: those that decide what applies of its criteria, and whatever it has said. */
  readonly asked: ReadonlySet<string>;
  /** The id of its set of answers; null = no round is chosen, or nothing is begun. */
  readonly set: string | null;
  /** What the organisation says otherwise since the assessment was signed; nothing in a draft. */
  readonly changed: ReturnType<typeof changedSince>;
};

/** An assessment with what it has from its organisation; null = its charter asks nothing of it. */
export type Whole = LoadedAssessment & { readonly ofOrganisation: OfOrganisation | null };

type Given = Pick<Services, 'engine' | 'library'>;

/** The same assessments, each with what it has from its organisation: a fixed number of statements, none where no charter asks. */
export async function withOrganisations(
  given: Given,
  all: readonly LoadedAssessment[],
): Promise<readonly Whole[]> {
  const charterOf = ({ assessment }: LoadedAssessment) =>
    given.library.versions.get(assessment.charter)?.charter;
  const asks = ({ assessment }: LoadedAssessment, charter: Charter | undefined) =>
    charter !== undefined &&
    assessment.departmentId !== ORGANISATION_ITSELF &&
    asksOrganisation(charter);
  const asking = all.filter((one) => asks(one, charterOf(one)));
  if (asking.length === 0) return all.map((one) => ({ ...one, ofOrganisation: null }));
  const read = await readFor(given, asking);
  return all.map((one) => {
    const charter = charterOf(one);
    const isAsked = charter !== undefined && asks(one, charter);
    return { ...one, ofOrganisation: isAsked ? partOf(charter, read(one.assessment)) : null };
  });
}

/** One assessment with what it has from its organisation. */
export async function withOrganisation(given: Given, one: LoadedAssessment): Promise<Whole> {
  const [whole] = await withOrganisations(given, [one]);
  return whole ?? { ...one, ofOrganisation: null };
}

type Read = {
  readonly set: string | null;
  readonly now: SharedRows;
  /** As it was signed; null = it is a draft. */
  readonly signed: SharedRows | null;
};

const NOTHING: SharedRows = { answers: [], evidence: [], facts: [] };

async function readFor({ engine: { db } }: Given, asking: readonly LoadedAssessment[]) {
  const heads = asking.map(({ assessment }) => assessment);
  const sets = await listSharedOf(db, [
    ...new Set(heads.map(({ organisationId }) => organisationId)),
  ]);
  const setOf = (head: AssessmentRow) =>
    sets.find(({ assessment }) => head.roundId !== null && keyOf(assessment) === keyOf(head))
      ?.assessment.id ?? null;
  const needed = heads.flatMap((head) => setOf(head) ?? []);
  const rows = await listSharedRows(db, [...new Set(needed)]);
  const copies = await listSharedCopies(
    db,
    heads.filter(({ state }) => state !== 'draft').map(({ id }) => id),
  );
  return (head: AssessmentRow): Read => {
    const set = setOf(head);
    return {
      set,
      now: rows.get(set ?? '') ?? NOTHING,
      signed: head.state === 'draft' ? null : (copies.get(head.id) ?? NOTHING),
    };
  };
}

function keyOf({ organisationId, charter, roundId }: AssessmentRow): string {
  return [organisationId, charter, roundId].join(' ');
}

function partOf(charter: Charter, { set, now, signed }: Read): OfOrganisation {
  const criteria = organisationCriteria(charter);
  const counting = signed ?? now;
  const all = new Set([...factsSaid(charter, counting), ...factsSaid(charter, now)]);
  const changed = changedSince({ criteria, asked: all }, { signed: counting, now });
  return { ...counting, criteria, asked: factsSaid(charter, counting), set, changed };
}

/** The facts that a department takes from its organisation, so that the two never contradict each other. */
function factsSaid(charter: Charter, { facts }: SharedRows): ReadonlySet<string> {
  const read = factsRead(charter);
  const said = facts.filter(({ fact, value }) => value !== '' && read.has(fact));
  return new Set([...organisationFacts(charter), ...said.map(({ fact }) => fact)]);
}

/** What an assessment says itself: of what its organisation answers, what it had said before. */
export function ownAnswers(opened: Whole & { readonly charter: Charter }) {
  return { charter: opened.charter, answerSet: answerSetIn({ ...opened, ofOrganisation: null }) };
}

/** The criteria whose own answers are to be looked at again. */
export function criteriaToReview(whole: Whole): ReadonlySet<string> {
  return new Set(
    whole.answers
      .filter(
        ({ review, criterion }) => review !== null && !isAnsweredByOrganisation(whole, criterion),
      )
      .map(({ criterion }) => criterion),
  );
}

/** Whether a criterion of the assessment is answered by its organisation. */
export function isAnsweredByOrganisation(
  { ofOrganisation }: { readonly ofOrganisation: Pick<OfOrganisation, 'criteria'> | null },
  criterion: string,
): boolean {
  return ofOrganisation?.criteria.has(criterion) ?? false;
}

/** Whether a fact of the assessment is asked of its organisation. */
export function isAskedOfOrganisation(
  { ofOrganisation }: { readonly ofOrganisation: Pick<OfOrganisation, 'asked'> | null },
  fact: string,
): boolean {
  return ofOrganisation?.asked.has(fact) ?? false;
}
