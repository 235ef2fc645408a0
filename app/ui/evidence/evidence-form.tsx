// The form that attaches one item of evidence: a file or a link, with what it shows.
import { addressOf } from '#app/addresses.ts';
import type { ReactNode } from 'react';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextArea, TextField } from '#app/ui/kit/fields.tsx';
import { FileField } from '#app/ui/kit/file-field.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import type { KindChoice } from '#app/queries/evidence/kind-choice.ts';
import { KindField } from './kind-of-evidence.tsx';
import type { FormDraft } from '#app/domain/policy/form-draft.ts';
import { draftAttributes, DraftFields, DraftStanding } from '#app/ui/kit/typing/draft-of-form.tsx';
import { StorageLine } from './storage-used.tsx';
import type { StorageUsed } from '#app/queries/evidence/storage-used.ts';

type Props = {
  readonly id: string;
  readonly isOfOrganisation?: boolean | undefined;
  readonly criterion: {
    readonly id: string;
    readonly title: string;
    readonly evidenceWanted: readonly string[];
  };
  readonly kinds: KindChoice;
  readonly used: StorageUsed;
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
  /** What is kept while somebody types; left out = nothing is. */
  readonly draft?: FormDraft;
  readonly here?: string;
  /** Where the form goes; this page where it is not said. */
  readonly to?: string;
  /** What to say before the form. */
  readonly children?: ReactNode;
};

export function EvidenceForm(props: Props) {
  const { id, isOfOrganisation, criterion, kinds, used, errors, typed, to, children } = props;
  const { draft, here = '' } = props;
  const refused = Object.keys(errors).length > 0;
  const field = (name: string) => ({ name, value: typed[name], error: errors[name] });
  return (
    <AssessmentFrame id={id} isOfOrganisation={isOfOrganisation} here={null}>
      <PageTitle
        title={`Add evidence to ${criterion.id}`}
        problems={Object.keys(errors).length > 0}
      />
      <BackLink
        to={addressOf('/assessments/:id/criteria/:criterion', { id, criterion: criterion.id })}
      >
        {criterion.id} {criterion.title}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        {children}
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">
            {criterion.id} {criterion.title}
          </span>
          Add evidence
        </h1>
        <p>What would persuade a panel:</p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {criterion.evidenceWanted.map((wanted) => (
            <li key={wanted}>{wanted}</li>
          ))}
        </ul>
        <StorageLine used={used} />
        {draft === undefined || refused ? null : <DraftStanding draft={draft} here={here} />}
        <form
          method="post"
          action={to}
          encType="multipart/form-data"
          noValidate
          {...(draft === undefined ? {} : draftAttributes(draft, refused))}
        >
          <TextField
            {...field('title')}
            label="Title"
            hint="For example: board minute of 14 March"
          />
          <TextArea
            {...field('description')}
            rows={3}
            label="What it shows"
            hint="Say where to look in a long document. Do not name people without their agreement"
          />
          <KindField kinds={kinds} typed={typed['kind']} error={errors['kind']} />
          <TextField
            {...field('link')}
            type="url"
            inputMode="url"
            label="Link"
            hint="A web address that the readers can open. It is never opened by this service"
          />
          {/* Last, so that all that is typed has arrived where a file is refused half-way. */}
          <FileField
            name="file"
            label="Or a file"
            hint="PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG, plain text or CSV, up to 25 MB"
            error={errors['file']}
          />
          {draft === undefined ? null : <DraftFields draft={draft} />}
          <button className="nhsuk-button">Attach the evidence</button>
        </form>
      </Column>
    </AssessmentFrame>
  );
}
