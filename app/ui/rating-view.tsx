// One criterion as a reviewer rates it.
import type { RatingPage } from '#app/queries/rating-page.ts';
import { Guidance } from './criterion-view.tsx';
import { ErrorSummary, PageTitle, problemsOf } from './error-summary.tsx';
import { Choices, TextArea } from './fields.tsx';
import { Neighbours } from './neighbours.tsx';
import { BackLink, Column, Done } from './page.tsx';
import { PlanSupport } from './previous-plan.tsx';
import type { Refused } from './person-fields.tsx';
import { Earlier, Submitted } from './submitted-view.tsx';

type Props = {
  readonly page: RatingPage & { readonly done: string | null };
  readonly refused: Refused | null;
};

export function RatingView({ page, refused }: Props) {
  const { criterion } = page;
  return (
    <>
      <PageTitle title={`${criterion.id} ${criterion.title}`} problems={refused !== null} />
      <BackLink to={`/reviews/${page.id}`}>Review of {page.department}</BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">
            {page.section}, criterion {page.position}
          </span>
          {criterion.id} {criterion.title}
        </h1>
        <p className="nhsuk-lede-text">{criterion.question}</p>
        <Guidance criterion={criterion} />
        <Earlier earlier={page.earlier} />
        <Submitted page={page} />
        {page.plan === null ? null : <PlanSupport suggestion={page.plan} forPanel />}
        {page.mayRate ? <RatingForm page={page} refused={refused} /> : <Given page={page} />}
        <Neighbours base={`/reviews/${page.id}/criteria`} before={page.before} after={page.after} />
      </Column>
    </>
  );
}

/** The radios of the scale, with what each rating means; ‘not applicable’ where the department says it. */
export function ratingOptions({ criterion, claim }: Pick<RatingPage, 'criterion' | 'claim'>) {
  const scale = criterion.ratings.map(({ label, text }, rating) => ({
    value: String(rating),
    label,
    hint: text,
  }));
  return claim.notApplicable === null
    ? scale
    : [{ value: 'not-applicable', label: 'It does not apply: agreed' }, ...scale];
}

function RatingForm({ page, refused }: Props) {
  const typed = refused?.typed ?? {};
  const errors = refused?.errors ?? {};
  const choice = typed['choice'] ?? page.mine.choice;
  return (
    <form method="post" noValidate>
      <h2 className="nhsuk-heading-m">Your rating</h2>
      <input type="hidden" name="version" value={typed['version'] ?? page.mine.version} />
      <Choices
        name="choice"
        kind="radio"
        size="s"
        label="Which rating does the evidence support?"
        options={ratingOptions(page)}
        chosen={choice === '' ? [] : [choice]}
        error={errors['choice']}
      />
      <TextArea
        name="reason"
        label="Reason"
        hint="What persuaded you, and what is missing. The chair and your colleagues read it once the discussion is open."
        rows={6}
        value={typed['reason'] ?? page.mine.reason}
        error={errors['reason']}
      />
      {page.after === null ? null : (
        <button className="nhsuk-button nhsuk-u-margin-right-3" name="next" value={page.after.id}>
          Save and go to {page.after.id}
        </button>
      )}
      <button className="nhsuk-button nhsuk-button--secondary">Save and go to the list</button>
    </form>
  );
}

function Given({ page: { mine, criterion } }: Pick<Props, 'page'>) {
  if (mine.version === 0) return null;
  const label =
    mine.choice === 'not-applicable'
      ? 'It does not apply: agreed'
      : criterion.ratings[Number(mine.choice)]?.label;
  return (
    <section className="app-evidence" aria-labelledby="mine">
      <h2 className="nhsuk-heading-m" id="mine">
        Your rating: {label}
      </h2>
      <p className="app-narrative">{mine.reason}</p>
    </section>
  );
}
