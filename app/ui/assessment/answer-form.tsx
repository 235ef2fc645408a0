// The answer to one criterion: rating, narrative, evidence, and the buttons that save it.
import { LABEL } from '#words/kit/labels.ts';
import type { ReactNode } from 'react';
import { isBox, tickFields } from '#app/domain/assessment/tick-field.ts';
import { tickedUpTo } from '#app/domain/charter/ticked.ts';
import type { CriterionPage } from '#app/queries/assessment/criterion-page.ts';
import { Choices, describedBy, FieldError } from '#app/ui/kit/fields.tsx';
import { SavedForm, unsavedMark } from './saved-form.tsx';
import { ANSWER_FORM } from '#words/assessment/answer-form-words.ts';
import type { StatementsShown } from '#words/kit/statement-words.ts';
import { EnterSaves, StatementFields } from './statement-fields.tsx';
import { MeaningOf } from '#app/ui/charters/statement-lists.tsx';
import { WordCount } from '#app/ui/kit/words/word-count.tsx';

/** What came back from a save that did not go through. */
export type Answered = {
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
  readonly conflict: SavedMeanwhile | null;
};

/** What someone else saved in between. */
export type SavedMeanwhile = {
  readonly claimed: number | null;
  readonly notApplicable: string | null;
  readonly narrative: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly savedBy: string | null;
};

const NOT_APPLICABLE = 'not-applicable';

type Props = {
  readonly page: CriterionPage;
  readonly answered: Answered | null;
  /** What stands between the texts and the buttons. */
  readonly children: ReactNode;
};

export function AnswerForm({ page, answered, children }: Props) {
  const { criterion } = page;
  const start = startOf(page, answered);
  const errors = answered?.errors ?? {};
  return (
    <SavedForm
      at={{ id: page.id, criterion: criterion.id }}
      label="Answer"
      version={start.version}
      unsaved={unsavedMark(answered)}
      more={<MoreButtons />}
    >
      {page.statements === null ? (
        <Choices
          name="rating"
          kind="radio"
          label="Which rating describes you best?"
          hint={evidenceHint(criterion)}
          error={errors['rating']}
          chosen={[start.rating]}
          options={ratingOptions(criterion)}
        />
      ) : (
        <>
          <EnterSaves />
          <StatementFields
            criterion={criterion}
            hint={evidenceHint(criterion)}
            error={errors['rating']}
            ticked={tickedAtFirst(page, page.statements, answered)}
          />
        </>
      )}
      {criterion.notApplicable === null ? null : (
        <AnswerText
          name="justification"
          label={criterion.needsReason ? ANSWER_FORM.reason : ANSWER_FORM.reasonIfAny}
          rows={3}
          value={start.justification}
          error={errors['justification']}
        />
      )}
      <AnswerText
        name="narrative"
        label={criterion.needsNarrative ? ANSWER_FORM.narrative : ANSWER_FORM.narrativeIfAny}
        rows={14}
        value={start.narrative}
        error={errors['narrative']}
        words={criterion.wordLimit}
      />
      {errors['ratingMayGo'] === undefined ? null : (
        <Choices
          name="ratingMayGo"
          kind="checkbox"
          label={`You have claimed ${page.counts.claimedText}. ‘Not applicable’ takes this rating away.`}
          error={errors['ratingMayGo']}
          chosen={[]}
          options={[{ value: 'yes', label: 'Take the rating away: this criterion does not apply' }]}
        />
      )}
      {children}
    </SavedForm>
  );
}

function MoreButtons() {
  return (
    <div className="app-button-row">
      <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="evidence">
        Save and add evidence
      </button>
      <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="return">
        Save and come back later
      </button>
    </div>
  );
}

/** What the fields hold at first: what was typed where it came back, else what is saved. */
function startOf({ answer }: CriterionPage, answered: Answered | null) {
  const saved = {
    rating: answer.notApplicable === null ? String(answer.claimed ?? '') : NOT_APPLICABLE,
    justification: answer.notApplicable ?? '',
    narrative: answer.narrative,
    version: String(answer.version),
  };
  if (answered === null) return saved;
  // A radio that nobody chose is not sent at all.
  const typed = { ...saved, rating: '', ...answered.typed };
  // After a conflict the form is sent against what is saved now: sending it again is the choice made.
  return answered.conflict === null
    ? typed
    : { ...typed, version: String(answered.conflict.version) };
}

function evidenceHint({ evidenceRules }: CriterionPage['criterion']): string | null {
  return evidenceRules.length === 0 ? null : ANSWER_FORM.evidenceNeeded(evidenceRules);
}

/** The names of the boxes that are ticked at first: those that came back, else those that are saved. */
function tickedAtFirst(
  { criterion, answer: { notApplicable } }: CriterionPage,
  { ticked, isNone }: StatementsShown,
  answered: Answered | null,
): ReadonlySet<string> {
  if (answered !== null) {
    const { upTo } = answered.typed;
    if (upTo !== undefined)
      return new Set(tickFields(tickedUpTo(inRatings(criterion), Number(upTo))));
    return new Set(Object.keys(answered.typed).filter(isBox));
  }
  return new Set([
    ...tickFields(ticked),
    ...(isNone ? ['none'] : []),
    ...(notApplicable === null ? [] : ['rating']),
  ]);
}

function inRatings({ ratings }: CriterionPage['criterion']) {
  return { statements: ratings.map(({ statements }) => statements) };
}

function ratingOptions({ ratings, notApplicable }: CriterionPage['criterion']) {
  const options = ratings.map(({ rating, label, text, statements }) => ({
    value: String(rating),
    label,
    hint: <MeaningOf text={text} statements={statements} />,
  }));
  if (notApplicable === null) return options;
  return [...options, { value: NOT_APPLICABLE, label: LABEL.notApplicable, hint: notApplicable }];
}

type TextProps = {
  readonly name: string;
  readonly label: string;
  readonly rows: number;
  readonly value: string;
  readonly error: string | undefined;
  readonly words?: number;
};

export function AnswerText({ name, label, rows, value, error, words }: TextProps) {
  const ids = [describedBy({ name, error }), words === undefined ? '' : `${name}-words`];
  return (
    <div className={`nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label nhsuk-label--m" htmlFor={name}>
        {label}
      </label>
      <FieldError name={name} error={error} />
      <textarea
        className={`nhsuk-textarea${error ? ' nhsuk-textarea--error' : ''}`}
        id={name}
        name={name}
        rows={rows}
        defaultValue={value}
        autoComplete="off"
        aria-describedby={ids.filter(Boolean).join(' ') || undefined}
      />
      <div className="app-printed" aria-hidden="true">
        {value}
      </div>
      {words === undefined ? null : <WordCount field={name} limit={words} written={value} />}
    </div>
  );
}
