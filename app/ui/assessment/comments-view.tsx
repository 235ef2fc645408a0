// The comments on one criterion, and the form for another.
import { addressOf } from '#app/addresses.ts';
import { COMMENT_LIMITS } from '#app/domain/assessment/comment.ts';
import type { CriterionTogether } from '#app/queries/assessment/together.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { CommentList } from './comment-list.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, TextArea } from '#app/ui/kit/fields.tsx';
import type { FormDraft } from '#app/domain/policy/form-draft.ts';
import { draftAttributes, DraftFields, DraftStanding } from '#app/ui/kit/typing/draft-of-form.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';

type Props = {
  readonly page: {
    readonly id: string;
    readonly isOfOrganisation: boolean;
    readonly criterion: { readonly id: string; readonly title: string };
    readonly together: CriterionTogether;
    readonly draft: FormDraft;
    readonly here: string;
    readonly done: string | null;
  };
  readonly refused: {
    readonly errors: Readonly<Record<string, string>>;
    readonly text: string;
    readonly mentions: readonly string[];
  } | null;
};

export function CommentsView({ page, refused }: Props) {
  const { criterion, together } = page;
  const at = { id: page.id, criterion: criterion.id };
  const here = addressOf('/assessments/:id/criteria/:criterion', at);
  const open = together.comments.filter(({ resolved }) => resolved === null);
  const resolved = together.comments.filter((comment) => comment.resolved !== null);
  return (
    <AssessmentFrame id={page.id} isOfOrganisation={page.isOfOrganisation} here={null}>
      <PageTitle title={`Comments on ${criterion.id}`} problems={refused !== null} />
      <BackLink to={here}>
        {criterion.id} {criterion.title}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">
          Comments on {criterion.id} {criterion.title}
        </h1>
        {open.length === 0 ? <p>There is no open comment.</p> : null}
        <CommentList
          comments={open}
          to={addressOf('/assessments/:id/criteria/:criterion/comments', at)}
        />
        {together.mayComment ? (
          <CommentForm page={page} refused={refused} />
        ) : (
          <p>The assessment has been submitted, so there are no new comments.</p>
        )}
        {resolved.length === 0 ? null : (
          <>
            <h2 className="nhsuk-heading-m">Dealt with</h2>
            <CommentList
              comments={resolved}
              to={addressOf('/assessments/:id/criteria/:criterion/comments', at)}
            />
          </>
        )}
      </Column>
    </AssessmentFrame>
  );
}

function CommentForm({ page, refused }: Props) {
  const { draft, here, together } = page;
  const people = together.readers;
  const mentions = draft.all.flatMap(([name, text]) => (name === 'mentions' ? [text] : []));
  return (
    <>
      {refused === null ? <DraftStanding draft={draft} here={here} /> : null}
      <form method="post" noValidate {...draftAttributes(draft, refused !== null)}>
        <TextArea
          name="text"
          label="New comment"
          hint={`Up to ${COMMENT_LIMITS.characters} characters. Everyone of your organisation who may read the assessment can read it.`}
          rows={4}
          value={refused?.text ?? draft.typed['text']}
          error={refused?.errors['text']}
        />
        {people.length === 0 ? null : (
          <Choices
            name="mentions"
            kind="checkbox"
            size="s"
            label="Whom do you want to tell?"
            hint="They get an email that says where the comment is, and not what it says. Writing @ and a whole name in the comment does the same."
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={refused?.mentions ?? mentions}
          />
        )}
        <DraftFields draft={draft} />
        <button className="nhsuk-button" name="intent" value="add">
          Add the comment
        </button>
      </form>
    </>
  );
}
