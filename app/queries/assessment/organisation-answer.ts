// What a department’s page of a criterion shows where its organisation answers it: whose answer that is, and the
// department’s own note (scoring.md, `scope: organisation`).
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import type { Services } from '#app/services.server.ts';
import { loadName } from '#db/repositories/people/names.ts';
import { ORGANISATION_ANSWER } from '#words/assessment/organisation-answers.ts';
import { ratingText } from '#words/kit/wording.ts';

type Shown = Pick<AssessmentView, 'charter' | 'rows' | 'evidence' | 'ofOrganisation' | 'roundId'>;

/** What is said of where the answer comes from, and the note; null = the department answers this criterion itself. */
export function organisationAnswer(view: Shown, criterion: string) {
  const { ofOrganisation, charter, roundId } = view;
  if (ofOrganisation === null || !ofOrganisation.criteria.has(criterion)) return null;
  const { set, answers, changed } = ofOrganisation;
  const row = answers.find((answer) => answer.criterion === criterion);
  const own = view.rows.find((answer) => answer.criterion === criterion) ?? NOT_WRITTEN;
  return {
    /** Why there is no answer; '' = there is one, or nothing was said yet. */
    absent: set === null ? ORGANISATION_ANSWER.absent(roundId !== null) : '',
    /** Who saved it, and when; null = nothing is said. */
    saved: row === undefined ? null : { by: row.updatedBy, at: row.updatedAt },
    /** The organisation says something else since this was signed. */
    isChanged: changed.criteria.includes(criterion),
    note: { text: own.narrative, version: own.version },
    /** What the department had answered itself before; '' = nothing. */
    before: own.claimed === null ? '' : ratingText(charter, own.claimed),
    itemsBefore: view.evidence
      .filter(({ item }) => item.criterion === criterion)
      .map(({ item, file }) => ({ id: item.id, title: item.title, file })),
  };
}

const NOT_WRITTEN = { narrative: '', version: 0, claimed: null };

export type OrganisationAnswer = NonNullable<ReturnType<typeof organisationAnswer>>;

/** The name of who saved the organisation’s answer; null = nobody did, or the account is gone. */
export async function savedByName(
  { engine }: Pick<Services, 'engine'>,
  { shared }: { readonly shared: OrganisationAnswer | null },
): Promise<string | null> {
  return shared === null || shared.saved === null ? null : loadName(engine.db, shared.saved.by);
}

/** What a signed assessment, or one without a round, is told of its organisation’s answers; null = nothing. */
export function organisationNotice({
  ofOrganisation,
  roundId,
  state,
}: Pick<AssessmentView, 'ofOrganisation' | 'roundId' | 'state'>): string | null {
  if (ofOrganisation === null) return null;
  const { criteria, changed } = ofOrganisation;
  if (changed.criteria.length > 0 || changed.facts) {
    return ORGANISATION_ANSWER[state === 'submitted' ? 'changedSubmitted' : 'changed'](changed);
  }
  return roundId === null ? ORGANISATION_ANSWER.noRound([...criteria]) : null;
}
