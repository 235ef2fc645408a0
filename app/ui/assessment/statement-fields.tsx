// The statements of a criterion as boxes to tick, rating by rating, with a button that ticks all up to a rating. Scripts
// (ui/kit/typing/statement-boxes.ts) keep ‘none of these’ and ‘not applicable’ apart from the ticks; without them the
// server does, by what is new on the form.
import { tickedRating } from '#app/domain/charter/ticked.ts';
import { TICKED_NOW } from '#words/kit/kit-pages.ts';
import { CAME_TICKED, tickedIn, tickField } from '#app/domain/assessment/tick-field.ts';
import type { CriterionPage } from '#app/queries/assessment/criterion-page.ts';
import { describedBy, FieldError } from '#app/ui/kit/fields.tsx';
import { ANSWER_FORM } from '#words/assessment/answer-form-words.ts';
import { LABEL } from '#words/kit/labels.ts';
import { STATEMENTS } from '#words/kit/statement-words.ts';

type Ratings = CriterionPage['criterion']['ratings'];

type Props = {
  readonly criterion: Pick<CriterionPage['criterion'], 'ratings' | 'notApplicable'>;
  /** What is asked; left out = what is true of a department. */
  readonly question?: string;
  /** What ticking does; left out = as a department is told. */
  readonly rule?: string;
  readonly hint: string | null;
  readonly error: string | undefined;
  /** Names of the boxes that are ticked. */
  readonly ticked: ReadonlySet<string>;
};

/** The field that a problem of the whole group leads to: its first box. */
const GROUP = 'rating';
const NONE = 'none';
/** The field of ‘not applicable’ among the boxes. */
const NOT_APPLICABLE = 'rating';

export function StatementFields(props: Props) {
  const { criterion, question, rule = STATEMENTS.rule, hint, error, ticked } = props;
  const { ratings, notApplicable } = criterion;
  const described = { name: GROUP, hint: rule, error };
  const alone = [
    { name: NONE, value: 'yes', label: STATEMENTS.none, hint: ratings[0]?.text ?? '' },
    ...(notApplicable === null
      ? []
      : [
          {
            name: NOT_APPLICABLE,
            value: 'not-applicable',
            label: LABEL.notApplicable,
            hint: notApplicable,
          },
        ]),
  ];
  return (
    <div className={`nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}`}>
      <input type="hidden" name="statements" value="asked" />
      <input type="hidden" name={CAME_TICKED} value={[...ticked].join(' ')} />
      <fieldset
        className="nhsuk-fieldset"
        aria-describedby={describedBy(described)}
        data-statements=""
      >
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">
          {question ?? STATEMENTS.question}
        </legend>
        <div className="nhsuk-hint" id={`${GROUP}-hint`}>
          {rule}
          {hint === null ? '' : ` ${hint}`}
        </div>
        <FieldError name={GROUP} error={error} />
        {ratings
          .filter(({ statements }) => statements.length > 0)
          .map((rating, index) => (
            <OfRating key={rating.rating} {...rating} ticked={ticked} isFirst={index === 0} />
          ))}
        <p className="nhsuk-hint" role="status" data-ticked-now={ratings[0]?.label ?? ''}>
          {tickedNow(ratings, ticked)}
        </p>
        <div className="nhsuk-checkboxes">
          <div className="nhsuk-checkboxes__divider">{STATEMENTS.alone}</div>
          {alone.map(({ name, value, label, hint: text }) => (
            <Box
              key={name}
              name={name}
              value={value}
              id={`alone-${name}`}
              label={label}
              hint={text}
              isTicked={ticked.has(name)}
              isAlone
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

/** Which rating the boxes give that are ticked; nothing where none is, or where it does not apply. */
function tickedNow(ratings: Ratings, fields: ReadonlySet<string>): string {
  if (fields.size === 0 || fields.has(NOT_APPLICABLE)) return '';
  const ticked = tickedIn(fields);
  const given = tickedRating({ statements: ratings.map(({ statements }) => statements) }, ticked);
  const isMore = Object.keys(ticked).some((rating) => Number(rating) > given);
  const label = (rating: number) => ratings[rating]?.label ?? null;
  return TICKED_NOW(label(given) ?? '', isMore ? label(given + 1) : null);
}

/** The key ‘Enter’ in a box chooses the first button of a form, which is to be this one: it stands before the boxes. */
export function EnterSaves() {
  return (
    <button name="intent" value="stay" hidden>
      {ANSWER_FORM.save}
    </button>
  );
}

type OfRatingProps = Ratings[number] & Pick<Props, 'ticked'> & { readonly isFirst: boolean };

function OfRating({ rating, label, statements, ticked, isFirst }: OfRatingProps) {
  return (
    <fieldset className="nhsuk-fieldset app-statements" data-rating={label}>
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{label}</legend>
      <div className="nhsuk-checkboxes">
        {statements.map((text, index) => {
          const name = tickField(rating, index + 1);
          return (
            <Box
              key={name}
              name={name}
              value="yes"
              id={isFirst && index === 0 ? GROUP : name}
              label={text}
              isTicked={ticked.has(name)}
            />
          );
        })}
      </div>
      <button
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        name="upTo"
        value={rating}
      >
        {STATEMENTS.upTo(label)}
      </button>
    </fieldset>
  );
}

type BoxProps = {
  readonly name: string;
  readonly value: string;
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly isTicked: boolean;
  /** It stands for itself: nothing else is ticked with it. */
  readonly isAlone?: boolean;
};

function Box({ name, value, id, label, hint = '', isTicked, isAlone = false }: BoxProps) {
  return (
    <div className="nhsuk-checkboxes__item">
      <input
        className="nhsuk-checkboxes__input"
        type="checkbox"
        id={id}
        name={name}
        value={value}
        defaultChecked={isTicked}
        data-alone={isAlone ? '' : undefined}
        data-not-applicable={name === NOT_APPLICABLE ? '' : undefined}
        aria-describedby={hint === '' ? undefined : `${id}-item-hint`}
      />
      <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
        {label}
      </label>
      {hint === '' ? null : (
        <div className="nhsuk-hint nhsuk-checkboxes__hint" id={`${id}-item-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}
