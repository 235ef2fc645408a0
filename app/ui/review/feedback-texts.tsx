// The reason of a panel for a criterion, and its commendation, recommendation and requirement.

type FeedbackGiven = {
  readonly reason: string;
  /** '' = none. */
  readonly commendation: string;
  readonly recommendation: string;
  readonly requirement: string;
};

export function FeedbackTexts({ given }: { readonly given: FeedbackGiven }) {
  const texts = [
    ['Reason', given.reason],
    ['Commendation', given.commendation],
    ['Recommendation', given.recommendation],
    ['Requirement', given.requirement],
  ] as const;
  return texts.map(([term, text]) =>
    text === '' ? null : (
      <p key={term}>
        <strong>{term}:</strong> <span className="app-narrative">{text}</span>
      </p>
    ),
  );
}
