// The sign of a level beside its name: rising steps in the colour that documents and charts use, too.
import { levelColour, type LevelSteps, stepBoxes } from '#reports/level-steps.ts';

const BOX = { width: 28, height: 20, between: 2 };

/** Nothing for no level; the name beside it says which level it is. */
export function LevelSign({ steps }: { readonly steps: LevelSteps }) {
  if (steps.reached === 0) return null;
  const colour = levelColour(steps.reached);
  return (
    <svg
      className="app-level"
      viewBox={`-1 -1 ${BOX.width + 2} ${BOX.height + 2}`}
      width={BOX.width + 2}
      height={BOX.height + 2}
      aria-hidden="true"
      focusable="false"
    >
      {stepBoxes(steps, BOX).map(({ filled, ...step }) => (
        <rect key={step.x} {...step} fill={filled ? colour : '#ffffff'} stroke={colour} />
      ))}
    </svg>
  );
}
