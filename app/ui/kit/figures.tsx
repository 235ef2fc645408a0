// A few key figures side by side; a level with its sign.
import type { LevelSteps } from '#reports/level-steps.ts';
import { LevelSign } from './level-sign.tsx';

export type Figure = {
  readonly term: string;
  readonly value: string;
  /** Of a level. */
  readonly steps?: LevelSteps;
};

export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="app-figures">
      {figures.map(({ term, value, steps }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value}
            {steps === undefined ? null : <LevelSign steps={steps} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
