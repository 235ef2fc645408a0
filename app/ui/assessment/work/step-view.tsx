// How far the answer to one criterion is, on a page of its own: where a step of the criterion’s page was refused.
import { addressOf } from '#app/addresses.ts';
import type { CriterionTogether } from '#app/queries/assessment/together.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { AnswerReview } from './answer-review.tsx';
import { REVIEWING } from '#words/assessment/work-plan-words.ts';

type Props = {
  readonly page: {
    readonly id: string;
    readonly criterion: { readonly id: string; readonly title: string };
    readonly work: CriterionTogether['work'];
  };
  readonly refused: {
    readonly errors: Readonly<Record<string, string>>;
    readonly comment: string;
  } | null;
};

export function AnswerReviewView({ page, refused }: Props) {
  const { id, title } = page.criterion;
  const at = { id: page.id, criterion: id };
  return (
    <AssessmentFrame id={page.id} here={null}>
      <PageTitle title={`${REVIEWING.title}: ${id}`} problems={refused !== null} />
      <BackLink to={addressOf('/assessments/:id/criteria/:criterion', at)}>
        {id} {title}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">
            {id} {title}
          </span>
          {REVIEWING.title}
        </h1>
        <p>{REVIEWING.explained}</p>
        <AnswerReview at={at} work={page.work} refused={refused} />
      </Column>
    </AssessmentFrame>
  );
}
