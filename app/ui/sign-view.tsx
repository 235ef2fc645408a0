// The sponsor's declaration, signed by the sponsor or a deputy with their own password.
import type { CheckPage } from '#app/queries/check-page.ts';
import type { ProofAsked } from '#app/queries/proof.ts';
import type { Signing, SigningBar } from '#app/use-cases/who-signs.ts';
import { AssessmentFrame } from './assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from './error-summary.tsx';
import { Choices } from './fields.tsx';
import { BackLink, Column } from './page.tsx';
import { ProofFields } from './proof-fields.tsx';
import { signingBarText } from './signing-text.ts';

type Props = {
  readonly page: CheckPage & {
    readonly content: string;
    readonly declaration: string;
    readonly name: string;
    readonly proof: ProofAsked;
    readonly organisationId: string;
    readonly signing: Signing;
  };
  readonly errors: Readonly<Record<string, string>>;
};

export function SignView({ page, errors }: Props) {
  return (
    <AssessmentFrame id={page.id} here="check">
      <PageTitle title="Sign the declaration" problems={Object.keys(errors).length > 0} />
      <BackLink to={`/assessments/${page.id}/check`}>Check and submit</BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.department}</span>
          Sign the declaration
        </h1>
        <p>
          Level reached: {page.level}. Target: {page.target}. Overall score: {page.overall}.
        </p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>
            <a href={`/assessments/${page.id}/documents/self-assessment`}>
              Self-assessment report (PDF)
            </a>
          </li>
          <li>
            <a href={`/assessments/${page.id}/documents/action-plan`}>Action plan (PDF)</a>
          </li>
        </ul>
        {page.obstacles.length === 0 ? null : (
          <p>It cannot be signed yet: see ‘Check and submit’ for what is to be put right.</p>
        )}
        <div className="nhsuk-inset-text">
          <p>{page.declaration}</p>
        </div>
        {page.signing.bar === null ? (
          <Sign page={page} errors={errors} />
        ) : (
          <Barred
            bar={page.signing.bar}
            signing={page.signing}
            organisation={page.organisationId}
          />
        )}
      </Column>
    </AssessmentFrame>
  );
}

function Sign({ page, errors }: Props) {
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

type BarredProps = {
  readonly bar: SigningBar;
  readonly signing: Signing;
  readonly organisation: string;
};

/** Said before they try: why they may not sign, and who may. */
function Barred({ bar, signing: { others }, organisation }: BarredProps) {
  const people = <a href={`/organisations/${organisation}/people`}>People of the organisation</a>;
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
