// The places of an assessment, above each of their pages.
import type { ReactNode } from 'react';

const PLACES = [
  ['tasks', '', 'Task list'],
  ['standing', '/where-we-stand', 'Where we stand'],
  ['plan', '/actions', 'Action plan'],
  ['documents', '/documents', 'Documents'],
  ['team', '/team', 'Team'],
  ['check', '/check', 'Check and submit'],
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
              <a
                href={`/assessments/${id}${path}`}
                aria-current={place === here ? 'page' : undefined}
              >
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
