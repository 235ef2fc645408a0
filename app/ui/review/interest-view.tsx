// Interests come before everything: what the submission is, and whether there is a conflict.
import { addressOf } from '#app/addresses.ts';
import type { InterestPage } from '#app/queries/review/review-page.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, TextArea } from '#app/ui/kit/fields.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';

type Props = { readonly page: InterestPage; readonly refused: Refused | null };

export function InterestView({ page, refused }: Props) {
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageTitle title={`Your interests: ${page.department}`} problems={refused !== null} />
      <BackLink to={addressOf('/reviews')}>Your reviews</BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.panel}</span>
          Your interests
        </h1>
        <p>
          Before you read anything of it, say whether you have a conflict of interest in the
          self-assessment of <strong>{page.department}</strong>, {page.organisation}. Its executive
          sponsor is {page.sponsor}.
        </p>
        <p>
          You have a conflict, for example, where you or someone close to you works or has worked
          there, where you have advised on the assessment, or where you would gain or lose by the
          result. If in doubt, say yes.
        </p>
        <InterestForm typed={refused?.typed ?? {}} errors={errors} />
        <p>
          Work there, now or in the past, is found by itself if it is in{' '}
          <a href={addressOf('/employment')}>where you work and have worked</a>.
        </p>
      </Column>
    </>
  );
}

/** The declaration; also for a conflict that comes up later. */
export function InterestForm({ typed, errors }: Pick<Refused, 'typed' | 'errors'>) {
  return (
    <form method="post" noValidate>
      <input type="hidden" name="intent" value="declare" />
      <Choices
        name="conflict"
        kind="radio"
        label="Do you have a conflict of interest?"
        options={[
          { value: 'no', label: 'No, I have none' },
          {
            value: 'yes',
            label: 'Yes',
            hint: 'The submission and the discussion are closed to you from then on. This cannot be taken back.',
          },
        ]}
        chosen={typed['conflict'] === undefined ? [] : [typed['conflict']]}
        error={errors['conflict']}
      />
      <TextArea
        name="reason"
        label="If yes, what is it?"
        hint="It is kept in the record of the review, and shown to nobody on the panel"
        rows={3}
        value={typed['reason']}
        error={errors['reason']}
      />
      <button className="nhsuk-button">Declare</button>
    </form>
  );
}
