// How an assessment compares with what a panel decided the last time, and what a panel would probably ask.
import { addressOf } from '#app/addresses.ts';
import type { BesideLastTime } from '#app/queries/submission/last-time.ts';
import { DataTable } from '#app/ui/kit/data-table.tsx';
import { LAST_TIME, QUESTIONS } from '#words/submission/likely-question-words.ts';
import { dayText } from '#words/kit/time.ts';

type Questions = BesideLastTime['questions'];

/** The questions by criterion, each with a link to it; nothing where data give rise to none. */
export function LikelyQuestions({
  id,
  questions,
}: {
  readonly id: string;
  readonly questions: Questions;
}) {
  if (questions.length === 0) return null;
  const byCriterion = Map.groupBy(questions, ({ criterion }) => criterion);
  return (
    <section aria-labelledby="questions">
      <h2 className="nhsuk-heading-m" id="questions">
        {QUESTIONS.title}
      </h2>
      <p>{QUESTIONS.from}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {[...byCriterion].map(([criterion, asked]) => (
          <li key={criterion}>
            <a href={addressOf('/assessments/:id/criteria/:criterion', { id, criterion })}>
              {asked[0]?.name}
            </a>
            {asked.map(({ text }) => (
              <p className="nhsuk-u-margin-bottom-1" key={text}>
                {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Nothing where no panel has decided before. */
export function ComparedWithLastTime({
  id,
  last,
}: {
  readonly id: string;
  readonly last: BesideLastTime['last'];
}) {
  if (last === null) return null;
  return (
    <section aria-labelledby="last-time">
      <h2 className="nhsuk-heading-m" id="last-time">
        {LAST_TIME.title}
      </h2>
      <p>{LAST_TIME.decided(last.number, dayText(last.day), last.outcome)}</p>
      {last.charter === null ? null : <p>{LAST_TIME.otherVersion(last.charter)}</p>}
      <Parts last={last} />
      <Differing id={id} differing={last.differing} />
    </section>
  );
}

type Last = NonNullable<BesideLastTime['last']>;

function Parts({ last }: { readonly last: Last }) {
  const { columns } = LAST_TIME;
  return (
    <DataTable
      table={{
        caption: LAST_TIME.caption,
        columns: [
          { title: columns.part, share: 40, align: 'start' },
          { title: columns.before, share: 20, align: 'start' },
          { title: columns.now, share: 20, align: 'start' },
          { title: columns.change, share: 20, align: 'start' },
        ],
        rows: [
          [LAST_TIME.level, last.level.before, last.level.now, ''],
          [LAST_TIME.overall, last.overall.before, last.overall.now, last.overall.change],
          ...last.sections.map(({ title, before, now, change }) => [title, before, now, change]),
        ],
      }}
    />
  );
}

function Differing({
  id,
  differing,
}: {
  readonly id: string;
  readonly differing: Last['differing'];
}) {
  if (differing.length === 0) return null;
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{LAST_TIME.differing(differing.length)}</span>
      </summary>
      <div className="nhsuk-details__text">
        <ul className="nhsuk-list nhsuk-list--bullet">
          {differing.map(({ id: criterion, name, agreed, claimed }) => (
            <li key={criterion}>
              <a href={addressOf('/assessments/:id/criteria/:criterion', { id, criterion })}>
                {name}
              </a>
              : {LAST_TIME.rating(agreed, claimed)}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
