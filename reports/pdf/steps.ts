// The sign of a level: its steps, filled up to it.
import { levelColour, type LevelSteps, stepBoxes } from '#reports/level-steps.ts';
import type { TaggedDocument } from './pdf-document.ts';

/** Draws the steps within a box; nothing for no level. */
export function drawSteps(
  document: TaggedDocument,
  steps: LevelSteps,
  box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly between: number;
  },
): void {
  if (steps.reached === 0) return;
  const colour = levelColour(steps.reached);
  for (const { x, y, width, height, filled } of stepBoxes(steps, box)) {
    document.lineWidth(0.8).rect(box.x + x, box.y + y, width, height);
    if (filled) document.fillAndStroke(colour, colour);
    else document.stroke(colour);
  }
}
