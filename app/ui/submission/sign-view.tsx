// The sponsor's declaration, signed by the sponsor or a deputy with their own password.
import { addressOf } from '#app/addresses.ts';
import type { ChangesSince } from '#app/queries/assessment/changes-since.ts';
import type { BesideLastTime } from '#app/queries/submission/last-time.ts';
import type { CheckPage } from '#app/queries/submission/check-page.ts';
import type { ProofAsked } from '#app/queries/accounts/proof.ts';
import type { SigningBar } from '#app/domain/submission/signing.ts';
import type { Signing } from '#app/use-cases/submission/who-signs.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { FactsTold } from './facts-told.tsx';
import { ChangesSinceView } from '#app/ui/assessment/changes-since.tsx';
import { ComparedWithLastTime } from './last-time.tsx';
import { Choices, TextArea } from '#app/ui/kit/fields.tsx';
import { Requirements } from './required-list.tsx';
import { Obstacles, Remarks } from './remarks.tsx';
import { SigningDetail } from './signing-state.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { READING } from '#words/assessment/reading-words.ts';
import { ProofFields } from '#app/ui/accounts/proof-fields.tsx';
import { signingBarText } from '#words/submission/signing-text.ts';

type Props = {
  readonly page: CheckPage &
    Pick<BesideLastTime, 'last'> & {
      readonly content: string;
      readonly declaration: string;
      readonly name: string;
      readonly proof: ProofAsked;
      readonly organisationId: string;
      readonly signers: Signing;
      /** What changed since the signature was asked for; null = nobody asked. */
      readonly changes: ChangesSince | null;
    };
  readonly errors: Readonly<Record<string, string>>;
  /** What was written to send it back, and refused. */
  readonly comments: string | undefined;
};

export function SignView({ page, errors, comments }: Props) {
  return (
    <AssessmentFrame id={page.id} here="check">
      <PageTitle title="Sign the declaration" problems={Object.keys(errors).length > 0} />
      <BackLink to={addressOf('/assessments/:id/check', { id: page.id })}>
        Check and submit
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.department}</span>
          Sign the declaration
        </h1>
        <p>
          Level reached: {page.level}. Target: {page.target}. Overall score: {page.overall}.
        </p>
        <SigningDetail signing={page.signing} />
        {page.changes === null ? null : (
          <ChangesSinceView
            id={page.id}
            title="Changed since your signature was asked for"
            changes={page.changes}
          />
        )}
        <ComparedWithLastTime {...page} />
        <Requirements {...page} mayNote={false} />
        <FactsTold facts={page.facts} />
        <Remarks page={page} />
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>
            <a href={addressOf('/assessments/:id/read', { id: page.id })}>{READING.link}</a>
          </li>
          <li>
            <a
              href={addressOf('/assessments/:id/documents/:kind', {
                id: page.id,
                kind: 'self-assessment',
              })}
            >
              Self-assessment report (PDF)
            </a>
          </li>
          <li>
            <a
              href={addressOf('/assessments/:id/documents/:kind', {
                id: page.id,
                kind: 'action-plan',
              })}
            >
              Action plan (PDF)
            </a>
          </li>
        </ul>
        <Obstacles page={page} />
        <Step page={page} errors={errors} comments={comments} />
      </Column>
    </AssessmentFrame>
  );
}

/** Signing it, where nothing stops that; sending it back, which has no need of an assessment that is ready. */
function Step({ page, errors, comments }: Props) {
  const { signers, organisationId, obstacles } = page;
  const back = <SendBack page={page} errors={errors} comments={comments} />;
  if (obstacles.length > 0 && signers.bar === null) return back;
  return (
    <>
      <div className="nhsuk-inset-text">
        <p>{page.declaration}</p>
      </div>
      {signers.bar === null ? (
        <>
          <Sign page={page} errors={errors} />
          {back}
        </>
      ) : (
        <Barred bar={signers.bar} signing={signers} organisation={organisationId} />
      )}
    </>
  );
}

function Sign({ page, errors }: Omit<Props, 'comments'>) {
  return (
    <form method="post" autoComplete="off" noValidate>
      <input type="hidden" name="content" value={page.content} />
      <Choices
        name="read"
        kind="checkbox"
        label="Declaration"
        chosen={[]}
        error={errors['read']}
        options={[{ value: 'yes', label: `I, ${page.name}, declare this` }]}
      />
      <ProofFields
        proof={page.proof}
        errors={errors}
        hint="Nobody else can sign for you, even on your computer"
      />
      <p>From then on nothing in the assessment can be changed, unless it is reopened.</p>
      <button className="nhsuk-button">Sign</button>
    </form>
  );
}

/** Where it was asked for: back to who asked, with what is to be changed. */
function SendBack({ page, errors, comments }: Props) {
  if (page.signing?.kind !== 'waiting') return null;
  return (
    <section aria-labelledby="send-back">
      <h2 className="nhsuk-heading-m" id="send-back">
        {page.obstacles.length === 0 ? 'Or send it back' : 'Send it back'}
      </h2>
      <form method="post" noValidate>
        <input type="hidden" name="intent" value="send-back" />
        <TextArea
          name="comments"
          label="What is to be changed?"
          hint="Who asked gets a letter, and reads this under ‘Check and submit’."
          rows={5}
          value={comments}
          error={errors['comments']}
        />
        <button className="nhsuk-button nhsuk-button--secondary">Send it back</button>
      </form>
    </section>
  );
}

type BarredProps = {
  readonly bar: SigningBar;
  readonly signing: Signing;
  readonly organisation: string;
};

/** Said before they try: why they may not sign, and who may. */
function Barred({ bar, signing: { others }, organisation }: BarredProps) {
  const people = (
    <a href={addressOf('/organisations/:organisation/people', { organisation })}>
      People of the organisation
    </a>
  );
  return (
    <div className="nhsuk-warning-callout">
      <h2 className="nhsuk-warning-callout__label">
        <span className="nhsuk-u-visually-hidden">Important: </span>
        {bar.code === 'reset-lately' ? 'You cannot sign yet' : 'You cannot sign this one'}
      </h2>
      <p>{signingBarText(bar)}.</p>
      <p>
        {others.length === 0 ? (
          <>Nobody else may sign at present. Name a deputy sponsor on {people}.</>
        ) : (
          `${others.join(', ')} may sign ${bar.code === 'reset-lately' ? 'now' : 'instead'}.`
        )}
      </p>
      {bar.code === 'reset-lately' ? (
        <p>
          If the round closes before then, ask the awarding body: an administrator can give your
          department a day more.
        </p>
      ) : null}
    </div>
  );
}
