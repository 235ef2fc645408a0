// A one-time link that opens nothing: said at once, with where another one comes from.
import type { ReactNode } from 'react';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { Column } from '#app/ui/kit/page.tsx';

type Props = {
  readonly title: string;
  /** Why, as a sentence without a full stop. */
  readonly problem: string;
  readonly children: ReactNode;
};

export function LinkOver({ title, problem, children }: Props) {
  return (
    <Column>
      <PageTitle title={title} problems />
      <ErrorSummary problems={[{ text: problem, field: null }]} />
      <h1 className="nhsuk-heading-l">{title}</h1>
      {children}
    </Column>
  );
}
