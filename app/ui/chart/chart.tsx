// A chart on the page: its finding in words, the picture where scripts run, and always the table.
import { useEffect, useRef, useState } from 'react';
import type { ChartModel } from '#reports/chart-model.ts';
import { DataTable } from '#app/ui/data-table.tsx';

export function ChartFigure({ chart }: { readonly chart: ChartModel }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    let remove: (() => void) | null = null;
    let gone = false;
    // Fetched by itself, so that the page is readable before the drawing code is there; what is drawn does
    // not change when its typeface comes, so that is waited for.
    void Promise.all([import('./draw.ts'), document.fonts.ready]).then(([{ draw }]) => {
      if (gone) return;
      remove = draw(element, chart);
      setDrawn(true);
    });
    return () => {
      gone = true;
      remove?.();
    };
  }, [chart]);
  return (
    <figure className="nhsuk-u-margin-0 nhsuk-u-margin-bottom-4">
      <figcaption>
        <p>{chart.finding}</p>
      </figcaption>
      <div className="app-chart" hidden={!drawn}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={`${chart.title}. ${chart.finding}`}
          height={70 + chart.categories.length * 56}
        />
      </div>
      <DataTable table={chart.table} />
    </figure>
  );
}
