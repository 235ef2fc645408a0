// The places of an assessment, above each of their pages.
import { addressOf } from '#app/addresses.ts';
import type { ReactNode } from 'react';

const PLACES = [
  ['tasks', '/assessments/:id', 'Task list'],
  ['standing', '/assessments/:id/where-we-stand', 'Where we stand'],
  ['plan', '/assessments/:id/actions', 'Action plan'],
  ['documents', '/assessments/:id/documents', 'Documents'],
  ['team', '/assessments/:id/team', 'Team'],
  ['check', '/assessments/:id/check', 'Check and submit'],
] as const;

export type Place = (typeof PLACES)[number][0];

type Props = { readonly id: string; readonly here: Place | null; readonly children: ReactNode };

export function AssessmentFrame({ id, here, children }: Props) {
  return (
    <>
      <nav className="app-places" aria-label="Assessment">
        <ul>
          {PLACES.map(([place, path, text]) => (
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
