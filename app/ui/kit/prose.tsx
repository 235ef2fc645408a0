// A page of text: one heading, sections with their own.
import type { ReactNode } from 'react';
import { PageTitle } from './error-summary.tsx';
import { BackLink, Column } from './page.tsx';

export function Prose({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <>
      <PageTitle title={title} />
      <BackLink to="/">Start page</BackLink>
      <Column>
        <h1 className="nhsuk-heading-l">{title}</h1>
        {children}
      </Column>
    </>
  );
}
