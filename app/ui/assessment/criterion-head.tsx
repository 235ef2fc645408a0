// The head of every page about one criterion, whether it is answered, rated or agreed on: which one it is,
// and what it asks.

type Props = {
  /** The section or the department that the page sees it in. */
  readonly place: string;
  readonly position: string;
  readonly criterion: {
    readonly id: string;
    readonly title: string;
    readonly question: string;
  };
};

export function CriterionHead({ place, position, criterion }: Props) {
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {place}, criterion {position}
        </span>
        {criterion.id} {criterion.title}
      </h1>
      <p className="nhsuk-lede-text">{criterion.question}</p>
    </>
  );
}
