// The reason of a panel for a criterion, and its commendation, recommendation and requirement.
import { LABEL } from '#words/kit/labels.ts';

type FeedbackGiven = {
  readonly reason: string;
  /** '' = none. */
  readonly commendation: string;
  readonly recommendation: string;
  readonly requirement: string;
};

export function FeedbackTexts({ given }: { readonly given: FeedbackGiven }) {
  const texts = [
    [LABEL.reason, given.reason],
    [LABEL.commendation, given.commendation],
    [LABEL.recommendation, given.recommendation],
    [LABEL.requirement, given.requirement],
  ] as const;
  return texts.map(([term, text]) =>
    text === '' ? null : (
      <p key={term}>
        <strong>{term}:</strong> <span className="app-narrative">{text}</span>
      </p>
    ),
  );
}
