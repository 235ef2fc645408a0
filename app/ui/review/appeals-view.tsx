// Appeals, the open ones with a form to answer them.
import { addressOf } from '#app/addresses.ts';
import type { AppealsPage } from '#app/queries/review/panels-page.ts';
import { AdminLinks } from '#app/ui/kit/admin-links.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, SelectField, TextArea } from '#app/ui/kit/fields.tsx';
import { Column, Done } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { dayAndTime } from '#words/kit/time.ts';

type Props = {
  readonly page: AppealsPage & { readonly done: string | null };
  readonly refused: Refused | null;
};
type Appeal = AppealsPage['appeals'][number];

export function AppealsView({ page, refused }: Props) {
  const about = refused?.typed['appeal'];
  const problems = problemsOf(refused?.errors ?? {}).map(({ text, field }) => ({
    text,
    field: field === null ? null : `${field}-${about ?? ''}`,
  }));
  return (
    <>
      <PageTitle title="Appeals" problems={refused !== null} />
      <AdminLinks here={addressOf('/admin/appeals')} />
      <Column>
        <ErrorSummary problems={problems} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">Appeals</h1>
        {page.appeals.length === 0 ? <p>Nobody has appealed a decision.</p> : null}
        {page.appeals.map((appeal) => (
          <section className="app-evidence" key={appeal.id} aria-labelledby={`about-${appeal.id}`}>
            <h2 className="nhsuk-heading-m" id={`about-${appeal.id}`}>
              {appeal.department}, {appeal.organisation}
            </h2>
            <p>Made on {dayAndTime(appeal.madeAt)}.</p>
            <p className="app-narrative">{appeal.grounds}</p>
            {appeal.outcome === null ? (
              <AnswerForm
                appeal={appeal}
                panels={page.panels}
                refused={about === appeal.id ? refused : null}
              />
            ) : (
              <Answered appeal={appeal} />
            )}
          </section>
        ))}
      </Column>
    </>
  );
}

/** How an appeal was answered. */
export function Answered({ appeal }: { readonly appeal: Pick<Appeal, 'outcome' | 'reason'> }) {
  return (
    <>
      <p>
        <strong>
          {appeal.outcome === 'accepted'
            ? 'Accepted: another panel reviews the submission.'
            : 'Dismissed.'}
        </strong>
      </p>
      <p className="app-narrative">{appeal.reason}</p>
    </>
  );
}

type FormProps = {
  readonly appeal: Appeal;
  readonly panels: AppealsPage['panels'];
  readonly refused: Refused | null;
};

function AnswerForm({ appeal, panels, refused }: FormProps) {
  const typed = refused?.typed ?? {};
  const errors = refused?.errors ?? {};
  return (
    <form method="post" noValidate>
      <input type="hidden" name="appeal" value={appeal.id} />
      <Choices
        name="answer"
        idPrefix={`answer-${appeal.id}`}
        kind="radio"
        size="s"
        label="Answer"
        options={[
          { value: 'accept', label: 'Accept: another panel reviews the submission as it was' },
          { value: 'dismiss', label: 'Dismiss' },
        ]}
        chosen={typed['answer'] === undefined ? [] : [typed['answer']]}
        error={errors['answer']}
      />
      <SelectField
        name={`panel-${appeal.id}`}
        label="Panel for the new review, without anybody of the first"
        options={[{ value: '', label: 'None' }, ...panels]}
        value={typed[`panel-${appeal.id}`]}
        error={errors['panel']}
      />
      <TextArea
        name={`reason-${appeal.id}`}
        label="Reason, for the department"
        rows={4}
        value={typed[`reason-${appeal.id}`]}
        error={errors['reason']}
      />
      <button className="nhsuk-button">Answer the appeal</button>
    </form>
  );
}
