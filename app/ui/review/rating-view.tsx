// One criterion as a reviewer rates it.
import { RATING } from '#words/review/review-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import { addressOf } from '#app/addresses.ts';
import type { GivenRating, Lacks } from '#app/domain/review/rating-given.ts';
import type { RatingPage } from '#app/queries/review/rating-page.ts';
import { unsavedMark } from '#app/ui/assessment/saved-form.tsx';
import { BothTexts } from '#app/ui/kit/typing/both-texts.tsx';
import { Guidance } from '#app/ui/assessment/criterion-view.tsx';
import { CriterionHead } from '#app/ui/assessment/criterion-head.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, TextArea } from '#app/ui/kit/fields.tsx';
import { MeaningOf, TickedList } from '#app/ui/charters/statement-lists.tsx';
import { isNoneTicked, type Ticked, tickedRating } from '#app/domain/charter/ticked.ts';
import { isBox, tickedIn, tickFields } from '#app/domain/assessment/tick-field.ts';
import { draftBoxes } from '#app/domain/review/draft-boxes.ts';
import { tickedSide } from './ticked-side.ts';
import { EnterSaves, StatementFields } from '#app/ui/assessment/statement-fields.tsx';
import { Neighbours } from '#app/ui/kit/neighbours.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { Judged } from './judged-plan.tsx';
import { PlanSupport } from '#app/ui/plan/plan-before-list.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { lacksText } from '#words/review/lacks-text.ts';
import { SaveStatus } from '#app/ui/kit/typing/save-status.tsx';
import { Earlier, Submitted } from './submitted-view.tsx';

type Props = {
  readonly page: RatingPage & { readonly done: string | null };
  readonly refused: RatingRefused | null;
};

/** A rating that was not saved; `conflict` is the one that was saved in another window meanwhile. */
export type RatingRefused = Refused & {
  readonly conflict: { readonly saved: GivenRating; readonly version: number } | null;
};

export function RatingView({ page, refused }: Props) {
  const { criterion } = page;
  return (
    <>
      <PageTitle title={`${criterion.id} ${criterion.title}`} problems={refused !== null} />
      <BackLink to={addressOf('/reviews/:review', { review: page.id })}>
        Review of {page.department}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <Done what={refused === null ? page.done : null} />
        {refused?.conflict ? (
          <RatingConflict page={page} typed={refused.typed} saved={refused.conflict.saved} />
        ) : null}
        <CriterionHead place={page.section} position={page.position} criterion={criterion} />
        <Guidance criterion={criterion} />
        <Earlier earlier={page.earlier} />
        <Submitted page={page} />
        <Judged judged={page.judged} />
        {page.plan === null ? null : <PlanSupport suggestion={page.plan} forPanel />}
        {page.mayRate ? <RatingForm page={page} refused={refused} /> : <Given page={page} />}
        <Neighbours
          toCriterion={(id) =>
            addressOf('/reviews/:review/criteria/:criterion', { review: page.id, criterion: id })
          }
          before={page.before}
          after={page.after}
        />
      </Column>
    </>
  );
}

/** The radios of the scale, with what each rating means; ‘not applicable’ where the department says it. */
export function ratingOptions({ criterion, claim }: Pick<RatingPage, 'criterion' | 'claim'>) {
  const scale = criterion.ratings.map(({ label, text, statements }, rating) => ({
    value: String(rating),
    label,
    hint: <MeaningOf text={text} statements={statements} />,
  }));
  return claim.notApplicable === null
    ? scale
    : [{ value: 'not-applicable', label: RATING.doesNotApply }, ...scale];
}

function RatingForm({ page, refused }: Props) {
  const typed = typedIn(refused);
  const errors = refused?.errors ?? {};
  const choice = typed['choice'] ?? page.mine.choice;
  return (
    <form
      method="post"
      noValidate
      aria-label="Your rating"
      data-autosave={addressOf('/reviews/:review/criteria/:criterion/autosave', {
        review: page.id,
        criterion: page.criterion.id,
      })}
      data-unsaved={unsavedMark(refused)}
    >
      <h2 className="nhsuk-heading-m">Your rating</h2>
      <input type="hidden" name="version" value={typed['version'] ?? page.mine.version} />
      {page.statements === null ? (
        <Choices
          name="choice"
          kind="radio"
          size="s"
          label="Which rating does the evidence support?"
          hint={null}
          options={ratingOptions(page)}
          chosen={choice === '' ? [] : [choice]}
          error={errors['choice']}
        />
      ) : (
        <>
          <EnterSaves />
          <StatementFields
            criterion={{
              ratings: page.criterion.ratings,
              notApplicable: page.claim.notApplicable === null ? null : RATING.doesNotApply,
            }}
            question={RATING.supports}
            rule={RATING.rule}
            hint={null}
            error={errors['rating'] ?? errors['choice']}
            ticked={tickedAtFirst(page, refused)}
          />
        </>
      )}
      <TextArea
        name="reason"
        label="Reason"
        hint="What persuaded you, and what is missing. The chair and your colleagues read it once the discussion is open."
        rows={6}
        value={typed['reason'] ?? page.mine.reason}
        error={errors['reason']}
      />
      <SaveStatus text={refused === null ? standingText(page.mine.lacks) : ''} />
      {page.after === null ? null : (
        <button className="nhsuk-button nhsuk-u-margin-right-3" name="next" value={page.after.id}>
          Save and go to {page.after.id}
        </button>
      )}
      <button className="nhsuk-button nhsuk-button--secondary">Save and go to the list</button>
    </form>
  );
}

/** The names of the boxes that are ticked at first: those that came back, else those that are saved. */
function tickedAtFirst(
  { mine, criterion }: Pick<RatingPage, 'mine' | 'criterion'>,
  refused: RatingRefused | null,
): ReadonlySet<string> {
  if (refused !== null) return new Set(Object.keys(refused.typed).filter(isBox));
  const { choice } = mine;
  return new Set(
    draftBoxes(statementsIn(criterion), { choice, ticked: fieldsOf(mine.statements) }),
  );
}

function fieldsOf(ticked: Ticked | null): string {
  return tickFields(ticked ?? {}).join(' ');
}

/** The statements of the criterion, by rating. */
function statementsIn({ ratings }: RatingPage['criterion']) {
  return { statements: ratings.map(({ statements }) => statements) };
}

/** After a conflict the form is sent against what is saved now: sending it again is the choice made. */
function typedIn(refused: RatingRefused | null): Refused['typed'] {
  if (refused === null) return {};
  const choice = { choice: '', ...refused.typed };
  return refused.conflict === null
    ? choice
    : { ...choice, version: String(refused.conflict.version) };
}

/** What is saved of a rating that is not whole. */
function standingText(lacks: Lacks): string {
  return lacks === null ? '' : RATING.savedSoFar(lacksText(lacks));
}

type ConflictProps = Pick<Props, 'page'> & {
  readonly typed: Refused['typed'];
  readonly saved: GivenRating;
};

function RatingConflict({ page, typed, saved }: ConflictProps) {
  const options = ratingOptions(page);
  const labelOf = (choice: string) =>
    options.find(({ value }) => value === choice)?.label ?? LABEL.noRating;
  const theirs = saved.notApplicable ? 'not-applicable' : String(saved.rating ?? '');
  return (
    <BothTexts
      title="Your rating was changed in another window while you were writing"
      by="It was saved there meanwhile."
      saved={[
        { label: 'Rating', text: labelOf(theirs) },
        ...tickedSide(page, saved.statements ?? {}),
        { label: 'Reason', text: saved.reason },
      ]}
      yours={[
        { label: 'Rating', text: labelOf(typedChoice(page, typed)) },
        ...tickedSide(page, tickedIn(Object.keys(typed))),
        { label: 'Reason', text: typed['reason'] ?? '' },
      ]}
      here={addressOf('/reviews/:review/criteria/:criterion', {
        review: page.id,
        criterion: page.criterion.id,
      })}
    />
  );
}

/** The choice in what was typed, or the rating that its ticks give. */
function typedChoice(
  { criterion }: Pick<RatingPage, 'criterion'>,
  typed: Refused['typed'],
): string {
  if (typed['statements'] === undefined) return typed['choice'] ?? '';
  if (typed['rating'] !== undefined) return typed['rating'];
  const ticked = tickedIn(Object.keys(typed));
  if (typed['none'] !== undefined || !isNoneTicked(ticked)) {
    return String(tickedRating(statementsIn(criterion), ticked));
  }
  return '';
}

function Given({ page: { mine, criterion } }: Pick<Props, 'page'>) {
  if (mine.version === 0) return null;
  const label =
    mine.choice === 'not-applicable'
      ? RATING.doesNotApply
      : criterion.ratings[Number(mine.choice)]?.label;
  return (
    <section className="app-evidence" aria-labelledby="mine">
      <h2 className="nhsuk-heading-m" id="mine">
        Your rating: {label}
      </h2>
      <TickedList shown={mine.shown} level="h3" />
      <p className="app-narrative">{mine.reason}</p>
    </section>
  );
}
