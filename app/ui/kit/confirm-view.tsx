// Before a change that others depend on: what it does and whom it affects, and the button that makes it.
import { WHO_PLAN } from '#words/kit/kit-pages.ts';
import type { ReactNode } from 'react';
import { PageTitle } from './error-summary.tsx';
import { HiddenFields } from './fields.tsx';
import { BackLink, Column } from './page.tsx';

type Props = {
  readonly title: string;
  readonly back: { readonly to: string; readonly text: string };
  readonly button: string;
  /** What was typed, and comes along. */
  readonly typed: Readonly<Record<string, string>>;
  /** What confirms what is shown here. */
  readonly confirm: string;
  readonly children: ReactNode;
};

export function ConfirmView({ title, back, button, typed, confirm, children }: Props) {
  const fields = Object.entries({ ...typed, confirmed: confirm });
  return (
    <>
      <PageTitle title={title} />
      <BackLink to={back.to}>{back.text}</BackLink>
      <Column>
        <h1 className="nhsuk-heading-l">{title}</h1>
        {children}
        <form method="post">
          <HiddenFields fields={fields} />
          <button className="nhsuk-button nhsuk-button--warning">{button}</button>
        </form>
        <p>
          <a href={back.to}>Go back: nothing is changed</a>
        </p>
      </Column>
    </>
  );
}

type EarlierProps = {
  /** Who loses time. */
  readonly who: 'Departments' | 'Members';
  readonly isSecond: boolean;
};

/** The warning that a promise gets shorter, which is confirmed twice. */
export function EarlierThanPromised({ who, isSecond }: EarlierProps) {
  return (
    <div className="nhsuk-warning-callout">
      <h2 className="nhsuk-warning-callout__label">This is earlier than was promised</h2>
      <p>
        {isSecond
          ? `Confirm it once more only if it has to be: ${WHO_PLAN[who]} plan with the time they were promised lose it.`
          : `${who} lose time that they were promised. You are asked once more after this page.`}
      </p>
    </div>
  );
}
