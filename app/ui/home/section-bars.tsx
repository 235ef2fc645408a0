// The scores of all sections as bars beside each other, small enough for a row of a table: its text says the same.
type Section = {
  readonly id: string;
  readonly title: string;
  readonly share: number | null;
  readonly text: string;
};

const BAR = 9;
const GAP = 3;
const HEIGHT = 40;

export function SectionBars({ sections }: { readonly sections: readonly Section[] }) {
  if (sections.length === 0) return null;
  const width = sections.length * (BAR + GAP) - GAP;
  return (
    <svg
      className="app-bars"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={sections.map(({ title, text }) => `${title}: ${text}`).join('; ')}
      focusable="false"
    >
      {sections.map(({ id, share }, index) => {
        const height = Math.round((share ?? 0) * HEIGHT);
        const x = index * (BAR + GAP);
        return (
          <g key={id}>
            <rect className="app-bars__whole" x={x} y={0} width={BAR} height={HEIGHT} />
            <rect
              className="app-bars__part"
              x={x}
              y={HEIGHT - height}
              width={BAR}
              height={height}
            />
          </g>
        );
      })}
    </svg>
  );
}
