// The executive sponsor's declaration, signed with the sponsor's own password.
import type { CheckPage } from '#app/queries/check-page.ts';
import type { ProofAsked } from '#app/queries/proof.ts';
import { AssessmentFrame } from './assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from './error-summary.tsx';
import { Choices } from './fields.tsx';
import { BackLink, Column } from './page.tsx';
import { ProofFields } from './proof-fields.tsx';

type Props = {
  readonly page: CheckPage & {
    readonly content: string;
    readonly declaration: string;
    readonly name: string;
    readonly proof: ProofAsked;
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
        <form method="post" noValidate>
          <input type="hidden" name="content" value={page.content} autoComplete="off" />
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
      </Column>
    </AssessmentFrame>
  );
}
