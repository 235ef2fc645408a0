// The overview of departments as a document: a table of where each stands, and one of sections for each charter.
import type { Charter } from '#app/domain/charter/charter.ts';
import { LANGUAGE } from '#words/language.ts';
import { beforeText, changeText, OVERVIEW } from '#words/home/overview-words.ts';
import { FRAME } from '#words/assessment/report-words.ts';
import { longDate } from '#words/kit/day-words.ts';
import { scoreText } from '#words/kit/wording.ts';
import type { TableColumn, TableModel } from './chart-model.ts';
import type { Block, DocumentModel } from './model.ts';
import {
  byCharter,
  type ByCharter,
  type OverviewTable,
  type OverviewTableRow,
  stateTold,
} from './overview-input.ts';

type Given = OverviewTable & {
  /** The versions that the assessments are on. */
  readonly charters: readonly Pick<Charter, 'notice' | 'language'>[];
};

/** The document; everything in it comes from the table. */
export function overviewDocument(given: Given): DocumentModel {
  const { name, today, rows, charters } = given;
  const groups = byCharter(rows);
  const notice = [...new Set(charters.map((charter) => charter.notice))].join(' ');
  const language = charters.find((charter) => charter.language !== undefined)?.language;
  const audience = OVERVIEW.audience(name);
  const charter = groups.map(({ title }) => title).join('; ');
  return {
    title: OVERVIEW.of(name),
    subject: OVERVIEW.of(name),
    language: LANGUAGE,
    ...(language === undefined ? {} : { passages: language }),
    runningTitle: OVERVIEW.of(name),
    audience,
    notice,
    cover: {
      title: OVERVIEW.title,
      organisation: name,
      department: null,
      charter,
      facts: [
        {
          label: OVERVIEW.departments,
          value: String(new Set(rows.map((row) => row.department)).size),
        },
        { label: FRAME.preparedOn, value: longDate(today) },
      ],
      audience,
      notice,
    },
    blocks: [
      { kind: 'heading', level: 2, text: OVERVIEW.title },
      { kind: 'table', table: standingTable(given) },
      ...groups.flatMap(sectionBlocks),
    ],
  };
}

const STANDING_COLUMNS: readonly TableColumn[] = [
  { title: OVERVIEW.department, share: 22, align: 'start' },
  { title: OVERVIEW.state, share: 16, align: 'start' },
  { title: OVERVIEW.levelAndScore, share: 16, align: 'start' },
  { title: OVERVIEW.answered, share: 12, align: 'start' },
  { title: OVERVIEW.plan, share: 14, align: 'start' },
  { title: OVERVIEW.before, share: 20, align: 'start' },
];

function standingTable({ rows, today }: OverviewTable): TableModel {
  return {
    caption: OVERVIEW.statesOn(today),
    columns: STANDING_COLUMNS,
    rows: rows.map((row) => [
      row.label,
      told([stateTold(row), row.dueOn === null ? '' : `${OVERVIEW.dueOn} ${longDate(row.dueOn)}`]),
      row.id === null ? '' : told([row.levelText, scoreText(row.overall)]),
      row.coverage === null
        ? ''
        : told([scoreText(row.coverage), OVERVIEW.readyOf(row.ready, row.all)]),
      row.id === null ? '' : planTold(row),
      beforeTold(row),
    ]),
  };
}

function told(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

function planTold({ plan: { done, all, overdue } }: OverviewTableRow): string {
  return told([OVERVIEW.planText(done, all), overdue === 0 ? '' : OVERVIEW.overdueText(overdue)]);
}

function beforeTold({ before }: OverviewTableRow): string {
  if (before === null) return '';
  const { what, overall, submittedOn, tenths } = before;
  const score = overall === null ? '' : scoreText(overall);
  return told([beforeText({ what, score, submittedOn }), changeText(tenths)]);
}

/** So many scores stand beside each other on a page. */
const BESIDE = 7;
const NAMED_SHARE = 30;

function sectionBlocks(group: ByCharter): readonly Block[] {
  const { sections, title } = group;
  const parts = Array.from({ length: Math.ceil(sections.length / BESIDE) }, (_, index) => ({
    from: index * BESIDE,
    to: (index + 1) * BESIDE,
  }));
  return [
    { kind: 'heading', level: 2, text: OVERVIEW.sectionsOf(title) },
    ...parts.map(({ from, to }): Block => ({
      kind: 'table',
      table: sectionTable(group, from, to),
    })),
  ];
}

function sectionTable({ sections, rows }: ByCharter, from: number, to: number): TableModel {
  const shown = sections.slice(from, to);
  const share = Math.floor((100 - NAMED_SHARE) / shown.length);
  return {
    caption: OVERVIEW.sectionScores,
    columns: [
      { title: OVERVIEW.department, share: 100 - share * shown.length, align: 'start' },
      ...shown.map((section) => ({ title: section.title, share, align: 'end' }) as const),
    ],
    rows: rows.map((row) => [row.label, ...row.sections.slice(from, to).map(({ text }) => text)]),
  };
}
