// The decision of a panel: the score of what is agreed, what stands in the way, and the chair’s form.
import { DECIDE } from '#words/review/review-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import { addressOf } from '#app/addresses.ts';
import type { DecidePage } from '#app/queries/review/decide-page.ts';
import type { ProofAsked } from '#app/queries/accounts/proof.ts';
import { unsavedMark } from '#app/ui/assessment/saved-form.tsx';
import { BothTexts } from '#app/ui/kit/typing/both-texts.tsx';
import { DataTable } from '#app/ui/kit/data-table.tsx';
import { DateField } from '#app/ui/kit/date-field.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, SelectField, TextArea } from '#app/ui/kit/fields.tsx';
import { Figures } from '#app/ui/kit/figures.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { ProofFields } from '#app/ui/accounts/proof-fields.tsx';
import { SaveStatus } from '#app/ui/kit/typing/save-status.tsx';
import { heldText } from '#words/submission/signing-text.ts';
import { Levels } from '#app/ui/assessment/standing-view.tsx';
import { dayAndTime } from '#words/kit/time.ts';
import { UnshownWords } from '#app/ui/kit/words/unshown-words.tsx';

type Props = {
  readonly page: DecidePage & { readonly proof: ProofAsked };
  readonly refused: DecisionRefused | null;
};

/** A decision that was not recorded; `conflict` is the draft that was saved in another window meanwhile. */
export type DecisionRefused = Refused & {
  readonly conflict: {
    readonly saved: Refused['typed'];
    readonly now: { readonly draft: number };
  } | null;
};

export function DecideView({ page, refused }: Props) {
  return (
    <>
      <PageTitle title={`Decision: ${page.department}`} problems={refused !== null} />
      <BackLink to={addressOf('/reviews/:review/discussion', { review: page.id })}>
        Discussion
      </BackLink>
      <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
      {refused === null ? null : <DraftConflict page={page} refused={refused} />}
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{page.department}</span>
        Decision
      </h1>
      {page.decided === null ? null : <Decided decided={page.decided} />}
      <Reached page={page} />
      <DataTable table={page.sections} />
      <DataTable table={page.criteria} />
      {page.reached === null ? null : <Levels levels={page.reached.levels} />}
      <Column>
        <Missing page={page} />
        {page.mayDecide && page.heldUntil !== null ? <Held until={page.heldUntil} /> : null}
        {page.mayDecide && page.heldUntil === null ? (
          <>
            <UnshownWords words={page.unshown} />
            <DecideForm page={page} refused={refused} />
          </>
        ) : null}
      </Column>
    </>
  );
}

const LABELS = [
  ['outcome', DECIDE.decision],
  ['level', LABEL.level],
  ['summary', DECIDE.summary],
  ['correction', DECIDE.correction],
] as const;

function DraftConflict({ page, refused }: { page: DecidePage; refused: DecisionRefused }) {
  if (refused.conflict === null) return null;
  const options = [...page.outcomes, ...page.lower];
  const side = (texts: Refused['typed']) =>
    LABELS.map(([name, label]) => {
      const text = texts[name] ?? '';
      return { label, text: options.find(({ value }) => value === text)?.label ?? text };
    });
  return (
    <BothTexts
      title="The draft of the decision was changed in another window while you were writing"
      by="It was saved there meanwhile."
      saved={side(refused.conflict.saved)}
      yours={side(refused.typed)}
      here={addressOf('/reviews/:review/decision', { review: page.id })}
    />
  );
}

function Decided({ decided }: { readonly decided: NonNullable<DecidePage['decided']> }) {
  return (
    <section className="app-evidence" aria-labelledby="decided">
      <h2 className="nhsuk-heading-m" id="decided">
        {decided.outcome}
      </h2>
      <p>{decided.meaning}</p>
      <p className="app-narrative">{decided.summary}</p>
      <p className="nhsuk-body-s">
        Recorded on {dayAndTime(decided.at)}. Fingerprint of the record (SHA-256):{' '}
        <code className="app-narrative">{decided.sha256}</code>
      </p>
    </section>
  );
}

/** What is reached; nothing before every criterion is agreed, since claims are no ratings of the panel. */
function Reached({ page }: Pick<Props, 'page'>) {
  const { reached, all, open } = page;
  const agreed = DECIDE.of(all - open.length, all);
  const target = { term: LABEL.target, value: page.target, steps: page.targetSteps };
  if (reached === null) {
    const value = DECIDE.notBefore(all);
    return (
      <Figures
        figures={[
          { term: 'Criteria agreed', value: agreed },
          { term: 'Level reached', value },
          target,
        ]}
      />
    );
  }
  return (
    <>
      <p>
        The score of what the panel has agreed, with the rules of evidence and indicators applied.
      </p>
      <Figures
        figures={[
          { term: 'Criteria agreed', value: agreed },
          { term: 'Level reached', value: reached.level, steps: reached.steps },
          { term: 'Overall score', value: reached.overall },
          target,
        ]}
      />
      <p>{reached.finding}</p>
    </>
  );
}

function Missing({ page }: Pick<Props, 'page'>) {
  return (
    <section aria-labelledby="ready">
      <h2 className="nhsuk-heading-m" id="ready">
        Before the decision
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          {page.present.length} members decide: {page.present.join(', ')}. The charter asks for{' '}
          {page.quorum}.
        </li>
        <li>
          {page.undeclared.length === 0
            ? 'Everyone who takes part has declared their interests.'
            : `Not declared yet: ${page.undeclared.join(', ')}.`}
        </li>
        <li>
          {page.open.length === 0
            ? 'Every criterion is agreed.'
            : `${page.open.length} criteria are not agreed yet: ${page.open.map(({ id }) => id).join(', ')}.`}
        </li>
        <li>
          {page.requirements.length === 0
            ? 'There is no requirement, so revisions cannot be asked for.'
            : `A requirement stands for ${page.requirements.join(', ')}, so nothing can be awarded; revisions can be asked for.`}
        </li>
      </ul>
    </section>
  );
}

function Held({ until }: { readonly until: string }) {
  return (
    <div className="nhsuk-inset-text">
      <p>{heldText(until)}.</p>
      <p>
        Nobody else of the panel records its decision: the chair does. What is agreed stays as it
        is. If an answer is promised before then, tell the charter administrator.
      </p>
    </div>
  );
}

/** The version of the draft that the form is filled in on. */
function draftRead({ draft }: DecidePage, refused: DecisionRefused | null): string {
  return String(refused?.conflict?.now.draft ?? refused?.typed['draft'] ?? draft.read);
}

function standingText({ draft }: DecidePage, refused: DecisionRefused | null): string {
  return refused === null && draft.kept ? DECIDE.draftSaved : '';
}

function DecideForm({ page, refused }: Props) {
  const typed = refused?.typed ?? page.draft.texts;
  const errors = refused?.errors ?? {};
  return (
    <form
      method="post"
      autoComplete="off"
      noValidate
      aria-label="The decision"
      data-autosave={addressOf('/reviews/:review/decision/autosave', { review: page.id })}
      data-version-field="draft"
      data-unsaved={unsavedMark(refused)}
    >
      <h2 className="nhsuk-heading-m">Record the decision</h2>
      <input type="hidden" name="draft" value={draftRead(page, refused)} />
      <Choices
        name="outcome"
        kind="radio"
        size="s"
        label="What does the panel decide?"
        options={page.outcomes}
        chosen={typed['outcome'] === undefined ? [] : [typed['outcome']]}
        error={errors['outcome']}
      />
      {page.lower.length === 0 ? null : (
        <SelectField
          name="level"
          label="For a lower level: which one?"
          options={[{ value: '', label: 'Choose the level' }, ...page.lower]}
          value={typed['level']}
          error={errors['level']}
        />
      )}
      <DateField
        name="due"
        label="For revisions: by which day?"
        typed={typed}
        error={errors['due']}
      />
      <TextArea
        name="summary"
        label="What the panel says of the whole"
        hint="The department reads it; with an award, everyone does"
        rows={8}
        value={typed['summary']}
        error={errors['summary']}
      />
      {page.decided === null ? null : (
        <TextArea
          name="correction"
          label="Why does this record take the place of the earlier one?"
          rows={3}
          value={typed['correction']}
          error={errors['correction']}
        />
      )}
      <SaveStatus text={standingText(page, refused)} />
      <ProofFields
        proof={page.proof}
        errors={errors}
        hint="The decision is recorded in your name. It cannot be changed afterwards."
      />
      <button className="nhsuk-button">Record the decision</button>
    </form>
  );
}
