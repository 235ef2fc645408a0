// A chart on the page: its finding in words, the picture, which needs no script, and always the table.
import type { ChartMark, ChartModel, ChartPicture } from '#reports/chart-model.ts';
import { DataTable } from './data-table.tsx';

type Props = {
  readonly chart: ChartModel;
  readonly pictures: { readonly wide: ChartPicture; readonly narrow: ChartPicture };
};

/** Two pictures, of which the style sheet shows the one that fits. */
export function ChartFigure({ chart, pictures }: Props) {
  const label = `${chart.title}. ${chart.finding}`;
  return (
    <figure className="nhsuk-u-margin-0 nhsuk-u-margin-bottom-4">
      <figcaption>
        <p>{chart.finding}</p>
      </figcaption>
      <Picture picture={pictures.wide} label={label} fits="wide" />
      <Picture picture={pictures.narrow} label={label} fits="narrow" />
      <DataTable table={chart.table} />
    </figure>
  );
}

type PictureProps = {
  readonly picture: ChartPicture;
  readonly label: string;
  readonly fits: 'wide' | 'narrow';
};

function Picture({ picture: { width, height, marks }, label, fits }: PictureProps) {
  return (
    <svg
      className={`app-chart app-chart--${fits}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {marks.map((mark, index) => (
        // A picture never changes on its page.
        // oxlint-disable-next-line react/no-array-index-key
        <Mark key={index} mark={mark} />
      ))}
    </svg>
  );
}

function Mark({ mark }: { readonly mark: ChartMark }) {
  switch (mark.kind) {
    case 'area':
      return <path className={`app-chart__area app-chart__${mark.colour}`} d={mark.path} />;
    case 'line':
      return (
        <path
          className={`app-chart__line app-chart__${mark.colour}`}
          d={mark.path}
          strokeWidth={mark.width}
          strokeDasharray={mark.dash === '' ? undefined : mark.dash}
        />
      );
    case 'text':
      return (
        <text
          className={`app-chart__text app-chart__${mark.colour}`}
          x={mark.x}
          y={mark.y}
          fontSize={mark.size}
          textAnchor={mark.anchor}
        >
          {mark.text}
        </text>
      );
    default:
      return mark satisfies never;
  }
}
