// The last page before a submission: it says what is incomplete and what happens then, and asks.
import { SUBMIT } from '#words/submission/submission-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { SubmitPage } from '#app/queries/submission/submit-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, HiddenFields } from '#app/ui/kit/fields.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { OrganisationNotice } from '#app/ui/assessment/organisation/organisation-notice.tsx';
import { Requirements } from './required-list.tsx';
import { Remarks } from './remarks.tsx';
import { dayAndTime, dayText } from '#words/kit/time.ts';

type Props = {
  readonly page: SubmitPage;
  readonly errors: Readonly<Record<string, string>>;
};

export function SubmitView({ page, errors }: Props) {
  return (
    <AssessmentFrame id={page.id} here="check">
      <PageTitle
        title={`Submit the assessment of ${page.department}`}
        problems={Object.keys(errors).length > 0}
      />
      <BackLink to={addressOf('/assessments/:id/check', { id: page.id })}>
        Check and submit
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.department}</span>
          Submit the assessment
        </h1>
        <p>
          {page.charter}. Level reached: {page.level}. Target: {page.target}. Overall score:{' '}
          {page.overall}.
        </p>
        <OrganisationNotice notice={page.organisationNotice} />
        <Requirements {...page} mayNote={page.may.change} />
        {page.remarks.length === 0 ? (
          <p>Nothing is incomplete: every criterion is answered, and the plan has actions.</p>
        ) : (
          <Remarks page={page} />
        )}
        <Rival page={page} />
        {page.ready ? <Confirm page={page} errors={errors} /> : <NotNow page={page} />}
      </Column>
    </AssessmentFrame>
  );
}

function Rival({ page: { rival } }: Pick<Props, 'page'>) {
  if (rival === null) return null;
  return (
    <div className="nhsuk-inset-text">
      <p>
        Your department has a submission before this round already. A round takes one for each
        department and charter.{' '}
        <a href={addressOf('/assessments/:id/submission', { id: rival.assessmentId })}>
          Look at submission {rival.number}
        </a>
        . To submit this one in its place, withdraw that one first.
      </p>
    </div>
  );
}

/** Why it cannot be submitted now, and what comes first. */
function NotNow({ page }: Pick<Props, 'page'>) {
  const text = notNowText(page);
  return text === null ? null : <p>{text}</p>;
}

function notNowText({ state, signature, revisionsDueOn, round, rival }: SubmitPage): string | null {
  if (state === 'submitted') return SUBMIT.already;
  if (state === 'draft' || signature === null) {
    return SUBMIT.notSigned;
  }
  if (signature.own) {
    return SUBMIT.signedByYou;
  }
  if (rival !== null || revisionsDueOn !== null) return null;
  if (round === null) return SUBMIT.chooseRound;
  return round.state === 'closed'
    ? SUBMIT.closed(round.name, dayAndTime(round.closesAt))
    : SUBMIT.opens(round.name, dayAndTime(round.opensAt));
}

function Confirm({ page, errors }: Props) {
  const { department, charter, signature, round, revisionsDueOn } = page;
  const to = round === null ? SUBMIT.awardingBody : round.name;
  return (
    <form method="post" noValidate>
      <section aria-labelledby="then">
        <h2 className="nhsuk-heading-m" id="then">
          What happens then
        </h2>
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>The assessment is locked. Nobody can change an answer, evidence or an action.</li>
          <li>
            It gets a number and a receipt. Those who lead it and the executive sponsor get a
            letter.
          </li>
          {revisionsDueOn === null ? (
            <li>
              You can withdraw it until{' '}
              <strong>{round === null ? 'the round closes' : dayAndTime(round.closesAt)}</strong>,
              London time, unless a panel has begun to review it. It has to be signed again after
              that.
            </li>
          ) : (
            <li>
              It goes back to the panel, which asked for revisions by{' '}
              <strong>{dayText(revisionsDueOn)}</strong>.
            </li>
          )}
        </ul>
      </section>
      <HiddenFields
        fields={[
          ['signature', signature?.id ?? ''],
          ['round', page.roundId ?? ''],
        ]}
      />
      <Choices
        name="sure"
        kind="checkbox"
        label="Do you want to submit it?"
        chosen={[]}
        error={errors['sure']}
        options={[
          {
            value: 'yes',
            label: `Yes, submit the self-assessment of ${department} for ${charter} to ${to}${incomplete(page)}`,
          },
        ]}
      />
      <button className="nhsuk-button">Submit the assessment</button>
    </form>
  );
}

/** Said in what is confirmed, so that nobody sends two answers of 35 without reading that they do. */
function incomplete({ unanswered: { count, of }, requirements }: SubmitPage): string {
  const left = requirements.filter(({ met }) => !met).length;
  return [
    ...(count === 0 ? [] : [SUBMIT.notAnswered(count, of)]),
    ...(left === 0 ? [] : [SUBMIT.nothingDone(left, requirements.length)]),
  ].join('');
}
