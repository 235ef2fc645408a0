// Statements for whoever reads them: those that are ticked for an answer, and those that a rating asks for.
import { STATEMENTS, type StatementsShown } from '#words/kit/statement-words.ts';

type Props = {
  readonly shown: StatementsShown | null;
  readonly level: 'h2' | 'h3' | 'h4';
  /** Left out = that they are ticked. */
  readonly title?: string;
};

export function TickedList({ shown, level: Heading, title = STATEMENTS.ticked }: Props) {
  if (shown === null) return null;
  return (
    <>
      <Heading className="nhsuk-heading-s">{title}</Heading>
      {shown.toConfirm === null ? null : <p>{STATEMENTS.notConfirmed}.</p>}
      {shown.texts.length === 0 ? (
        <p>{shown.isNone ? STATEMENTS.none : STATEMENTS.noneTicked}.</p>
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {shown.texts.map(({ rating, text }) => (
            <li key={`${rating} ${text}`}>
              {rating}: {text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What a rating means beside its choice: one text, or its statements. */
export function MeaningOf({ text, statements }: Meaning) {
  // In an element, where a passage of a translation is marked (ui/kit/jsx).
  if (statements.length === 0) return <>{text}</>;
  return (
    <ul className="nhsuk-list nhsuk-list--bullet nhsuk-u-margin-bottom-0">
      {statements.map((statement) => (
        <li key={statement}>{statement}</li>
      ))}
    </ul>
  );
}

type Meaning = { readonly text: string; readonly statements: readonly string[] };
