// A document as data: a cover and a list of typed blocks, which any renderer can draw.
// Add a kind of block and every renderer fails to compile until it draws it.
import type { ChartModel, TableModel } from './chart-model.ts';
import type { LevelSteps } from './level-steps.ts';

export type DocumentModel = {
  /** Shown by viewers as the name of the window, and by screen readers first. */
  readonly title: string;
  readonly subject: string;
  /** BCP 47, such as en-GB. */
  readonly language: string;
  /** The language of passages that are marked as translated; none where nothing is. */
  readonly passages?: string;
  /** Small line at the top of each page after the cover. */
  readonly runningTitle: string;
  /** At the foot of every page: whom the document is for. */
  readonly audience: string;
  /** At the foot of every page: who stands behind the charter, and who does not. */
  readonly notice: string;
  /** null = a single sheet that has its own title and no footer: the first block draws it all. */
  readonly cover: Cover | null;
  readonly blocks: readonly Block[];
};

/** The cover; its title is the only heading of level 1. */
export type Cover = {
  readonly title: string;
  readonly organisation: string;
  readonly department: string | null;
  readonly charter: string;
  readonly facts: readonly Fact[];
  readonly audience: string;
  readonly notice: string;
};

export type Fact = {
  readonly label: string;
  readonly value: string;
  /** Of a level: its sign stands beside it. */
  readonly steps?: LevelSteps;
};

export type HeadingLevel = 2 | 3 | 4;

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: HeadingLevel;
      readonly text: string;
    }
  | {
      readonly kind: 'paragraph';
      readonly style: 'lead' | 'body' | 'small';
      /** Line breaks in the text are kept. */
      readonly text: string;
    }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: TableModel }
  | { readonly kind: 'chart'; readonly chart: ChartModel }
  | { readonly kind: 'gantt'; readonly gantt: GanttModel }
  /** A few figures, drawn large. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Terms with a short text each. */
  | { readonly kind: 'details'; readonly facts: readonly Fact[] }
  | { readonly kind: 'callout'; readonly title: string; readonly paragraphs: readonly string[] }
  /** Chapters with their pages, down to this level of heading. */
  | { readonly kind: 'contents'; readonly title: string; readonly depth: HeadingLevel }
  /** A sheet of its own, for a document without a cover. */
  | { readonly kind: 'certificate'; readonly certificate: CertificateModel }
  | { readonly kind: 'page-break' };

export type CertificateModel = {
  /** The small line at the top, such as 'Certificate'. */
  readonly kind: string;
  readonly charter: string;
  /** The title; the only heading of the sheet. */
  readonly level: string;
  /** What the level means; empty = nothing to say. */
  readonly meaning: string;
  /** What joins the level and its holder. */
  readonly introduction: string;
  readonly department: string;
  readonly organisation: string;
  readonly facts: readonly Fact[];
  /** Which of the levels it is, lowest = 1; drawn as rising steps. */
  readonly steps: LevelSteps;
  /** Where it can be checked; the address is drawn as a QR code too. */
  readonly check: { readonly text: string; readonly address: string };
  readonly notice: string;
};

/** How a bar is filled; each is told apart in black and white. */
export type GanttPattern = 'empty' | 'solid' | 'stripes' | 'hatch' | 'dark';

export type GanttBar = {
  readonly label: string;
  /** Share of the whole time span, 0 to 1; null = not dated. */
  readonly from: number | null;
  readonly to: number | null;
  /** The dates in words. */
  readonly dates: string;
  readonly status: string;
  readonly pattern: GanttPattern;
  readonly milestones: readonly GanttMilestone[];
};

/** A mark on the time axis: hollow, and filled once it is reached. */
export type GanttMilestone = {
  /** Share of the whole time span, 0 to 1. */
  readonly at: number;
  readonly done: boolean;
  /** Its date, text and whether it is reached, in words. */
  readonly text: string;
};

export type GanttModel = {
  readonly title: string;
  /** What the chart shows, in one or two sentences. */
  readonly finding: string;
  /** The lines of the time axis, first to last. */
  readonly marks: readonly { readonly at: number; readonly label: string }[];
  /** Where today is on the axis; left out = it is not asked for, or not on it. */
  readonly today?: number;
  readonly bars: readonly GanttBar[];
  readonly key: readonly { readonly pattern: GanttPattern; readonly label: string }[];
  /** What the marks mean; none where there are no milestones. */
  readonly milestoneKey: readonly { readonly done: boolean; readonly label: string }[];
};
