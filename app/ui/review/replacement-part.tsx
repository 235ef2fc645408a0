// On the chair’s page of a review: asking for a member to be replaced, and what became of it.
import type { ReviewPage } from '#app/queries/review/review-page.ts';
import { SelectField, TextArea } from '#app/ui/kit/fields.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { dayAndTime } from '#words/kit/time.ts';

type Props = {
  readonly page: ReviewPage;
  readonly refused: Refused | null;
};

export function Replacement({ page: { replacement }, refused }: Props) {
  if (replacement === null) return null;
  const { requests, members } = replacement;
  return (
    <>
      {requests.length === 0 ? null : (
        <section aria-labelledby="replacements">
          <h2 className="nhsuk-heading-m" id="replacements">
            Members to be replaced
          </h2>
          {requests.map(({ id, name, askedAt, reason, answer }) => (
            <div className="app-evidence" key={id}>
              <p>
                On {dayAndTime(askedAt)} you asked for <bdi>{name}</bdi> to be replaced:
              </p>
              <p className="app-narrative">{reason}</p>
              <p>{answer}</p>
            </div>
          ))}
        </section>
      )}
      {members.length === 0 ? null : <Ask members={members} refused={refused} />}
    </>
  );
}

type AskProps = {
  readonly members: readonly { readonly value: string; readonly label: string }[];
  readonly refused: Refused | null;
};

function Ask({ members, refused }: AskProps) {
  const typed = refused?.typed ?? {};
  const errors = refused?.errors ?? {};
  const open = errors['member'] !== undefined || errors['because'] !== undefined;
  return (
    <details className="nhsuk-details" open={open}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Ask for a member to be replaced</span>
      </summary>
      <form method="post" noValidate className="nhsuk-details__text">
        <p>
          The date for ratings has passed. Only administrators see who has sealed, and replace a
          member only who has not. You are answered when somebody else has accepted the seat, or
          when the discussion opens.
        </p>
        <input type="hidden" name="intent" value="ask-replacement" />
        <SelectField
          name="member"
          label="Member"
          options={[{ value: '', label: 'Choose a member' }, ...members]}
          value={typed['member']}
          error={errors['member']}
        />
        <TextArea
          name="because"
          label="Why"
          hint="Administrators read it"
          rows={3}
          value={typed['because']}
          error={errors['because']}
        />
        <button className="nhsuk-button nhsuk-button--secondary">Ask the administrators</button>
      </form>
    </details>
  );
}
