// One criterion: the question, what each rating means, the answer, its evidence and what counts of it.
import { addressOf } from '#app/addresses.ts';
import type { ReactNode } from 'react';
import type { CriterionPage, CriterionText } from '#app/queries/assessment/criterion-page.ts';
import type { PlanSuggestion } from '#app/queries/plan/plan-before.ts';
import type { CriterionTogether } from '#app/queries/assessment/together.ts';
import { AnswerForm, type Answered } from './answer-form.tsx';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { HistoryLink, OpenComments, Writers } from './criterion-together.tsx';
import { Conflict } from './both-versions.tsx';
import { CriterionHead } from './criterion-head.tsx';
import { Crosswalk } from '#app/ui/charters/crosswalk.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { EvidenceList } from '#app/ui/evidence/evidence-list.tsx';
import { Neighbours } from '#app/ui/kit/neighbours.tsx';
import { BackLink, Done, Success } from '#app/ui/kit/page.tsx';
import { PageScript } from '#app/ui/kit/typing/page-script.tsx';
// oxlint-disable-next-line import/default -- the bundler makes the address of a script out of it
import script from './criterion-script.ts?worker&url';
import { PlanSupport } from '#app/ui/plan/plan-before-list.tsx';
import { WordsUsed } from '#app/ui/charters/words-used.tsx';
import { STILL_TO_DO } from '#words/assessment/work-words.ts';
import { listText } from '#words/kit/wording.ts';
import { STATEMENTS } from '#words/kit/statement-words.ts';
import { ReadOnly } from './read-only-answer.tsx';
import { OrganisationAnswer } from '#app/ui/assessment/organisation/organisation-answer.tsx';
import { StateTag } from '#app/ui/assessment/work/state-tag.tsx';

type Props = {
  readonly page: CriterionPage & {
    readonly together: CriterionTogether;
    readonly plan: PlanSuggestion | null;
    /** The criterion whose answer was just saved: this one, or the one before. */
    readonly saved: string | null;
    /** Who saved the organisation’s answer. */
    readonly savedBy: string | null;
    readonly done: string | null;
  };
  readonly answered: Answered | null;
  /** What the panel requires here while its revisions are under way. */
  readonly required: ReactNode;
};

export function CriterionView({ page, answered, required }: Props) {
  const { criterion, together } = page;
  const beside = { at: { id: page.id, criterion: criterion.id }, together };
  return (
    <AssessmentFrame {...page} here={null}>
      <PageTitle title={`${criterion.id} ${criterion.title}`} problems={answered !== null} />
      <BackLink to={addressOf('/assessments/:id', { id: page.id })}>
        Task list of {page.department}
      </BackLink>
      <ErrorSummary problems={problemsOf(answered?.errors ?? {})} />
      <Done what={answered === null ? page.done : null} />
      {answered === null ? <SavedLine saved={page.saved} here={criterion.id} /> : null}
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <CriterionHead place={page.section} position={page.position} criterion={criterion} />
          {required}
          <Guidance criterion={criterion} />
          {answered?.conflict === undefined || answered.conflict === null ? null : (
            <Conflict page={page} saved={answered.conflict} typed={answered.typed} />
          )}
          {page.answer.review === null ? null : (
            <div className="nhsuk-inset-text">
              <p>{page.answer.review}.</p>
            </div>
          )}
          <div id="to-confirm" data-live="">
            <ToConfirm shown={page.statements} mayAnswer={page.mayAnswer && page.shared === null} />
          </div>
          <Answer page={page} answered={answered} />
        </div>
        <div className="nhsuk-grid-column-one-third">
          <Counts page={page} />
          {page.plan === null ? null : <PlanSupport suggestion={page.plan} />}
          <Beside page={page} at={beside.at} />
        </div>
      </div>
      <OpenComments {...beside} />
      <Neighbours
        toCriterion={(id) =>
          addressOf('/assessments/:id/criteria/:criterion', { id: page.id, criterion: id })
        }
        before={page.before}
        after={page.after}
      />
      <PageScript src={script} />
    </AssessmentFrame>
  );
}

/** Whose answer was just saved; null = none. */
function SavedLine({ saved, here }: { readonly saved: string | null; readonly here: string }) {
  if (saved === null) return null;
  return (
    <Success
      text={saved === here ? 'Your answer is saved.' : `Your answer to ${saved} is saved.`}
    />
  );
}

type AnswerProps = Pick<Props, 'page' | 'answered'>;

/** The form, or the answer to read: of the organisation where it answers, with the department’s note. */
function Answer({ page, answered }: AnswerProps) {
  const { shared } = page;
  if (shared === null && page.mayAnswer) {
    return (
      <AnswerForm page={page} answered={answered}>
        <EvidenceList page={page} />
      </AnswerForm>
    );
  }
  return (
    <>
      {shared === null ? (
        <ReadOnly page={page} />
      ) : (
        <OrganisationAnswer {...{ page, shared, answered }} />
      )}
      <EvidenceList page={page} />
    </>
  );
}

type BesideProps = Pick<Props, 'page'> & {
  readonly at: { readonly id: string; readonly criterion: string };
};

/** Who is asked to write it, where somebody can be. */
function Beside({ page, at }: BesideProps) {
  return page.shared === null && !page.isOfOrganisation ? (
    <Writers at={at} together={page.together} />
  ) : (
    <HistoryLink at={at} />
  );
}

export function Guidance({ criterion }: { readonly criterion: CriterionText }) {
  return (
    <>
      <WordsUsed words={criterion.words} />
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">How to answer</span>
        </summary>
        <div className="nhsuk-details__text">
          <p>{criterion.guidance}</p>
          <p>Evidence that would persuade a panel:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {criterion.evidenceWanted.map((wanted) => (
              <li key={wanted}>{wanted}</li>
            ))}
          </ul>
        </div>
      </details>
      <Examples examples={criterion.examples} />
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Why it matters</span>
        </summary>
        <div className="nhsuk-details__text">
          <p>{criterion.why}</p>
          <ul className="nhsuk-list">
            {criterion.sources.map(({ citation, url, theme }) => (
              <li key={`${citation} ${theme ?? ''}`} className="nhsuk-body-s">
                {theme === null ? '' : `${theme}. `}
                {url === null ? citation : <a href={url}>{citation}</a>}
              </li>
            ))}
          </ul>
          <Crosswalk crosswalk={criterion.crosswalk} />
        </div>
      </details>
    </>
  );
}

/** An answer that a panel would be content with, and one that it would not. */
function Examples({ examples }: Pick<CriterionText, 'examples'>) {
  if (examples === null) return null;
  const { good, weak } = examples;
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Examples of answers</span>
      </summary>
      <div className="nhsuk-details__text">
        <p>
          <strong>A good answer</strong>
        </p>
        <p>{good.text}</p>
        <p>Why: {good.why}</p>
        <p>
          <strong>A weak answer</strong>
        </p>
        <p>{weak.text}</p>
        <p>Why: {weak.why}</p>
      </div>
    </details>
  );
}

/** That the rating is not confirmed one by one, and what is to be done. */
function ToConfirm({
  shown,
  mayAnswer,
}: {
  readonly shown: CriterionPage['statements'];
  readonly mayAnswer: boolean;
}) {
  if (shown === null || shown.toConfirm === null || !mayAnswer) return null;
  return (
    <div className="nhsuk-inset-text">
      <p>{shown.toConfirm}</p>
    </div>
  );
}

function Counts({ page }: { readonly page: CriterionPage }) {
  const { counts, indicators } = page;
  return (
    <section
      className="app-evidence"
      aria-labelledby="what-counts"
      aria-live="polite"
      id="counts"
      data-live=""
    >
      <h2 className="nhsuk-heading-s" id="what-counts">
        What counts so far
      </h2>
      <p>
        <StateTag state={page.state} />
      </p>
      {page.gaps.length === 0 ? null : (
        <p>
          {STILL_TO_DO} {listText(page.gaps)}.
        </p>
      )}
      {counts.applicable ? (
        <p>
          Claimed: {counts.claimedText}.<br />
          Supported: {counts.supportedText}.
        </p>
      ) : (
        <p>Not applicable: this criterion counts nowhere in the score. {counts.ruledOut}</p>
      )}
      {page.statements === null || page.statements.toConfirm === null ? null : (
        <p>
          <strong>{STATEMENTS.notConfirmed}.</strong>
        </p>
      )}
      {counts.reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {indicators.map(({ id, title, result }) => (
        <p key={id}>
          <a
            href={addressOf('/assessments/:id/indicators/:indicator', {
              id: page.id,
              indicator: id,
            })}
          >
            {title}
          </a>
          <br />
          {result}
        </p>
      ))}
      {page.mayPlanActions ? (
        <p>
          <a
            href={`${addressOf('/assessments/:id/actions/new', { id: page.id })}?criterion=${page.criterion.id}`}
          >
            Add an action for {page.criterion.id}
          </a>
        </p>
      ) : null}
    </section>
  );
}
