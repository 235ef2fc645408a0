// The facts of a submission, and the forms in which the chair writes down what the panel agreed of them.
import { REVIEW_FACTS } from '#words/review/review-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { ReviewFactsPage } from '#app/queries/review/review-facts-page.ts';
import { FactField } from '#app/ui/assessment/fact-field.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextArea } from '#app/ui/kit/fields.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';

type Typed = Readonly<Record<string, string>>;

type Props = {
  readonly page: ReviewFactsPage & { readonly typed: Typed; readonly done: string | null };
  readonly refused: { readonly errors: Typed; readonly typed: Typed; readonly fact: string } | null;
};

export function ReviewFactsView({ page, refused }: Props) {
  return (
    <>
      <PageTitle title={`${REVIEW_FACTS.title}: ${page.department}`} problems={refused !== null} />
      <BackLink to={addressOf('/reviews/:review', { review: page.id })}>
        Review of {page.department}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.department}</span>
          {REVIEW_FACTS.title}
        </h1>
        <p>{page.facts.length === 0 ? REVIEW_FACTS.none : REVIEW_FACTS.explained}</p>
        {page.facts.map((fact) => (
          <section className="app-evidence" key={fact.id} aria-labelledby={`fact-of-${fact.id}`}>
            <h2 className="nhsuk-heading-s" id={`fact-of-${fact.id}`}>
              {fact.question}
            </h2>
            <p>{REVIEW_FACTS.submitted(fact.submittedText)}</p>
            {fact.agreed === null ? null : (
              <>
                <p>
                  <strong>{REVIEW_FACTS.agreed(fact.agreed.text)}</strong>
                </p>
                <p className="app-narrative">{fact.agreed.reason}</p>
              </>
            )}
            {page.mayAgree ? <Correct page={page} fact={fact} refused={refused} /> : null}
          </section>
        ))}
      </Column>
    </>
  );
}

type CorrectProps = Props & { readonly fact: ReviewFactsPage['facts'][number] };

function Correct({ page, fact, refused }: CorrectProps) {
  const mine = refused?.fact === fact.id ? refused : null;
  const reason = `reason-${fact.id}`;
  return (
    <details className="nhsuk-details" open={mine !== null}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {REVIEW_FACTS.correct}
          <span className="nhsuk-u-visually-hidden">: {fact.question}</span>
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <form method="post" autoComplete="off" noValidate>
          <input type="hidden" name="fact" value={fact.id} />
          <input type="hidden" name="version" value={fact.version} />
          <FactField
            fact={fact}
            typed={mine?.typed ?? page.typed}
            error={mine?.errors[`fact-${fact.id}`]}
          />
          <TextArea
            name={reason}
            label={REVIEW_FACTS.reason}
            rows={3}
            value={mine?.typed[reason] ?? fact.agreed?.reason ?? ''}
            error={mine?.errors[reason]}
          />
          <button className="nhsuk-button nhsuk-button--secondary">{REVIEW_FACTS.save}</button>
        </form>
      </div>
    </details>
  );
}
