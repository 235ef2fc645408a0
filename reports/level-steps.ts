// The sign of a level, the same on pages, in charts and in documents: as many rising steps as the charter
// has levels, filled up to this one, in the level's colour. The steps alone say it in black and white.

/** Which of the levels it is, lowest = 1; 0 = none of them. */
export type LevelSteps = { readonly reached: number; readonly of: number };

/** Lowest level first; each has at least 3 to 1 against white paper. */
const colours = ['#8f4a12', '#66727d', '#b07f00', '#0f6a62', '#5a3e96', '#003087'] as const;
const [lowest] = colours;

/** The colour of the level at this place, lowest = 1; a charter of more levels begins anew. */
export function levelColour(place: number): string {
  return colours[(Math.max(place, 1) - 1) % colours.length] ?? lowest;
}

/** The place of the level among those of its charter. */
export function levelSteps(
  levels: readonly { readonly id: string }[],
  id: string | null,
): LevelSteps {
  return { reached: levels.findIndex((level) => level.id === id) + 1, of: levels.length };
}

type Step = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly filled: boolean;
};

/** The steps within a box of this size, from left to right; y grows downwards. */
export function stepBoxes(
  { reached, of }: LevelSteps,
  box: { readonly width: number; readonly height: number; readonly between: number },
): readonly Step[] {
  const width = (box.width - box.between * (of - 1)) / of;
  return Array.from({ length: of }, (_, index) => {
    const height = (box.height * (index + 1)) / of;
    const x = index * (width + box.between);
    return { x, y: box.height - height, width, height, filled: index < reached };
  });
}
