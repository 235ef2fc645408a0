// The chart 'where we stand': each section's score, as claimed and as supported, against the line of
// every level. Claimed means: as if every claim counted in full.
import { STANDING_CHART } from '#words/assessment/report-words.ts';
import { LABEL } from '#words/kit/labels.ts';
import type { Charter, Level } from '#app/domain/charter/charter.ts';
import type { Threshold } from '#app/domain/charter/values.ts';
import { sectionThreshold } from '#app/domain/scoring/level.ts';
import { meetsThreshold } from '#app/domain/charter/percent.ts';
import type { CriterionScore, Scorecard } from '#app/domain/scoring/scorecard.ts';
import type { Score } from '#app/domain/charter/percent.ts';
import type { ChartModel, ChartThreshold, TableModel } from './chart-model.ts';
import { levelOf, levelText, listText, scoreText, thresholdText } from '#words/kit/wording.ts';

type Row = {
  readonly title: string;
  readonly claimed: Score | null;
  readonly supported: Score | null;
  readonly lines: readonly (Threshold | null)[];
};

const dashes = [[1.5, 2], [5, 2.5], [], [8, 2, 1.5, 2], [1.5, 5], [12, 4], [4, 2, 1, 2, 1, 2]];

/** What the two series are called, in the key and as a column of the table; null = not shown. */
export type StandingWords = {
  readonly claimed: readonly [key: string, column: string] | null;
  readonly supported: readonly [key: string, column: string];
};

const OWN: StandingWords = {
  claimed: [STANDING_CHART.asClaimed, LABEL.claimed],
  supported: [STANDING_CHART.supportedByEvidence, LABEL.supported],
};

/** The chart of a scorecard; `target` is the id of the level that the finding speaks of. */
export function whereWeStand(
  charter: Charter,
  scorecard: Scorecard,
  { target, words = OWN }: { readonly target: string | null; readonly words?: StandingWords },
): ChartModel {
  const rows = rowsOf(charter, scorecard);
  const lines = linesOf(charter, rows);
  const claimed =
    words.claimed === null
      ? []
      : [
          {
            label: words.claimed[0],
            fill: 'outline' as const,
            values: rows.map((row) => valueOf(row.claimed)),
            texts: rows.map((row) => scoreText(row.claimed)),
          },
        ];
  return {
    kind: 'horizontal-bars',
    title: lines.length === 0 ? STANDING_CHART.scoreBySection : STANDING_CHART.scoreWithLines,
    finding: findingOf(charter, scorecard, { rows, target }),
    unit: '%',
    scale: { min: 0, max: 100, step: 20 },
    categories: rows.map(({ title }) => title),
    series: [
      ...claimed,
      {
        label: words.supported[0],
        fill: 'solid',
        values: rows.map(({ supported }) => valueOf(supported)),
        texts: rows.map(({ supported }) => scoreText(supported)),
      },
    ],
    thresholds: lines.map(({ level, index }) => thresholdOf(rows, level, index)),
    table: tableOf({ lines, rows, words }),
  };
}

function rowsOf(charter: Charter, scorecard: Scorecard): readonly Row[] {
  const overall = {
    title: STANDING_CHART.overall,
    claimed: claimedScore(scorecard.criteria),
    supported: scorecard.overall,
    lines: charter.levels.map((_, index) => lineOf(charter, index, (level) => level.overall)),
  };
  const sections = charter.sections.map(({ id, title }) => {
    const own = scorecard.criteria.filter(({ section }) => section === id);
    const supported = scorecard.sections.find((section) => section.id === id)?.score ?? null;
    const lines = charter.levels.map((_, index) =>
      lineOf(charter, index, (level) => sectionThreshold(level, id)),
    );
    return { title, claimed: claimedScore(own), supported, lines };
  });
  return [overall, ...sections];
}

type Line = { readonly level: Level; readonly index: number };

/** The levels with a line somewhere; a level that asks only for ratings or answers has none. */
function linesOf(charter: Charter, rows: readonly Row[]): readonly Line[] {
  return charter.levels
    .map((level, index) => ({ level, index }))
    .filter(({ index }) =>
      rows.some(({ lines, supported }) => supported !== null && (lines[index] ?? null) !== null),
    );
}

/** Points as if every claim counted in full; null where nothing is applicable. */
function claimedScore(criteria: readonly CriterionScore[]): Score | null {
  const applicable = criteria.filter((criterion) => criterion.applicable);
  const sum = (of: (criterion: CriterionScore) => number): number =>
    applicable.reduce((total, criterion) => total + of(criterion), 0);
  const available = sum((criterion) => criterion.available);
  const points = sum(({ weight, claimed, answered }) => (answered ? weight * (claimed ?? 0) : 0));
  return available === 0 ? null : { points, available };
}

/** A level's line; where it states none, that of the highest level below it that does. */
function lineOf(
  charter: Charter,
  index: number,
  read: (level: Level) => Threshold | null,
): Threshold | null {
  const stated = charter.levels.slice(0, index + 1).map(read);
  return stated.findLast((threshold) => threshold !== null) ?? null;
}

/** Whole tenths of a per cent, rounded down as the text beside it is. */
function valueOf(score: Score | null): number | null {
  return score === null ? null : Math.floor((score.points * 1000) / score.available) / 10;
}

function thresholdOf(rows: readonly Row[], level: Level, index: number): ChartThreshold {
  const lines = rows.map(({ lines: all, supported }) =>
    supported === null ? null : (all[index] ?? null),
  );
  return {
    label: level.label,
    place: index,
    dash: dashes[index % dashes.length] ?? [],
    values: lines.map((line) => (line === null ? null : line.hundredths / 100)),
    texts: lines.map((line) => (line === null ? '' : thresholdText(line))),
  };
}

function findingOf(
  charter: Charter,
  scorecard: Scorecard,
  { rows, target }: { readonly rows: readonly Row[]; readonly target: string | null },
): string {
  const reached =
    scorecard.level === null
      ? STANDING_CHART.noLevel
      : STANDING_CHART.reached(levelText(charter, scorecard.level));
  const start = STANDING_CHART.start(scoreText(scorecard.overall), reached);
  const level = levelOf(charter, target);
  if (level === undefined) return `${start}.`;
  const index = charter.levels.indexOf(level);
  const scored = rows.slice(1).filter(({ supported }) => supported !== null);
  const lined = scored.filter(({ lines }) => (lines[index] ?? null) !== null);
  if (lined.length === 0) return `${start}${requiredText(charter, scorecard, index)}.`;
  const below = lined.filter(({ supported, lines }) => isBelow(supported, lines[index] ?? null));
  if (below.length === 0) {
    const every =
      lined.length === scored.length ? STANDING_CHART.everySection : STANDING_CHART.everyLined;
    return STANDING_CHART.atOrAbove(start, every, level.label);
  }
  const titles = listText(below.map(({ title }) => `‘${title}’`));
  const number = STANDING_CHART.sections(
    below.length,
    lined.length,
    lined.length === scored.length ? '' : STANDING_CHART.withALine,
  );
  return `${start}; ${STANDING_CHART.below(number, level.label, titles)}`;
}

/** How many of the ratings that a level without lines requires, and those below it, are not reached. */
function requiredText(charter: Charter, { levels }: Scorecard, index: number): string {
  const label = charter.levels[index]?.label ?? '';
  const required = levels
    .slice(0, index + 1)
    .flatMap(({ conditions }) => conditions)
    .filter((condition) => condition.kind === 'required');
  const all = new Set(required.map(({ criterion }) => criterion));
  const unmet = new Set(required.filter(({ met }) => !met).map(({ criterion }) => criterion));
  if (all.size === 0) return '';
  if (unmet.size === 0) return STANDING_CHART.allRequired(label);
  return STANDING_CHART.requiredLeft(unmet.size, all.size, label);
}

function isBelow(score: Score | null, line: Threshold | null): boolean {
  if (score === null || line === null) return false;
  return !meetsThreshold(score, line);
}

function tableOf({
  lines,
  rows,
  words: { claimed, supported },
}: {
  readonly lines: readonly Line[];
  readonly rows: readonly Row[];
  readonly words: StandingWords;
}): TableModel {
  const numbers = lines.length + (claimed === null ? 1 : 2);
  const share = Math.floor(64 / numbers);
  const number = (title: string) => ({ title, share, align: 'end' as const });
  return {
    caption: STANDING_CHART.sameAsTable,
    columns: [
      { title: LABEL.section, share: 100 - share * numbers, align: 'start' },
      ...(claimed === null ? [] : [number(claimed[1])]),
      number(supported[1]),
      ...lines.map(({ level }) => number(STANDING_CHART.levelNeeds(level.label))),
    ],
    rows: rows.map((row) => [
      row.title,
      ...(claimed === null ? [] : [scoreText(row.claimed)]),
      row.supported === null
        ? scoreText(null)
        : { text: scoreText(row.supported), strong: true as const },
      ...lines.map(({ index }) => {
        const line = row.lines[index] ?? null;
        return line === null || row.supported === null ? '–' : thresholdText(line);
      }),
    ]),
  };
}
