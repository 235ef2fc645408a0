// The places of an assessment, above each of their pages.
import { PLACES } from '#words/kit/kit-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import { addressOf } from '#app/addresses.ts';
import type { ReactNode } from 'react';

const PAGES = [
  ['tasks', '/assessments/:id', PLACES.taskList],
  ['standing', '/assessments/:id/where-we-stand', LABEL.whereWeStand],
  ['plan', '/assessments/:id/actions', LABEL.actionPlan],
  ['documents', '/assessments/:id/documents', PLACES.documents],
  ['team', '/assessments/:id/team', PLACES.team],
  ['check', '/assessments/:id/check', PLACES.checkAndSubmit],
] as const;

export type Place = (typeof PAGES)[number][0];

type Props = {
  readonly id: string;
  readonly here: Place | null;
  /** What the whole organisation answers once has a task list and nothing more. */
  readonly isOfOrganisation?: boolean | undefined;
  readonly children: ReactNode;
};

export function AssessmentFrame({ id, here, isOfOrganisation = false, children }: Props) {
  const pages = isOfOrganisation ? PAGES.slice(0, 1) : PAGES;
  return (
    <>
      <nav className="app-places" aria-label="Assessment">
        <ul>
          {pages.map(([place, path, text]) => (
            <li key={place}>
              <a href={addressOf(path, { id })} aria-current={place === here ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </>
  );
}
