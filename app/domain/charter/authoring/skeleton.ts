// A charter to begin with: sound as it stands, and with texts that say what to write in their place.
// Its levels rise and have floors, so that each means more than the one below (scoring.md, What format 2 adds).
import type { Answers } from './questions.ts';
import { TO_WRITE } from './to-write.ts';

/** What goes into one file, and what its first lines say of it. */
export type SkeletonFile = {
  /** Within the folder of the version. */
  readonly name: string;
  readonly about: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
};

/** The version that a charter begins with. */
export const FIRST_VERSION = '1.0.0';

const SOURCE = 'source-1';
/** Shares that the lowest and the highest level ask of all points, in per cent. */
const LOWEST_SHARE = 40;
const HIGHEST_SHARE = 80;
const MONTHS_A_STEP = 3;

/** The files of a version, in the order in which they are best written. */
export function skeleton(answers: Answers): readonly SkeletonFile[] {
  const ids = idsOf(answers.sections, 'section');
  return [
    charterFile(answers, ids),
    levelsFile(answers),
    ...answers.sections.map((title, index) => sectionFile(answers, index, ids[index] ?? title)),
  ];
}

function charterFile({ id, title, notice, labels }: Answers, sections: readonly string[]) {
  const highest = labels.length - 1;
  return {
    name: 'charter.yaml',
    about: [
      'What this charter is: its scale, defaults and sources.',
      `Every text that begins with "${TO_WRITE}" is still to be written; charter validate counts them.`,
    ],
    data: {
      format: '2',
      id,
      version: FIRST_VERSION,
      title,
      summary: `${TO_WRITE} in two or three sentences what the charter is about and whom it is for`,
      notice,
      sources: [
        {
          id: SOURCE,
          citation: `${TO_WRITE} the research, law or guidance that a criterion rests on`,
        },
      ],
      scale: labels.map((label) => ({
        label,
        meaning: `${TO_WRITE} in one sentence what a panel sees where "${label}" is right`,
      })),
      cumulative: 'true',
      sections,
      defaults: {
        wordLimit: '300',
        minutes: '30',
        effort: labels.slice(1).map((_, step) => String(2 * (step + 1))),
        evidence: [{ from: String(Math.min(2, highest)), minimum: '1' }],
      },
    },
  };
}

function levelsFile({ levels, labels }: Answers) {
  const ids = idsOf(levels, 'level');
  const highest = labels.length - 1;
  return {
    name: 'levels.yaml',
    about: [
      'The awards, lowest first. Each asks for all that those below it ask.',
      'overall: the least share of all points. floor: the rating that every criterion has to reach.',
    ],
    data: {
      levels: levels.map((label, index) => {
        // All at the highest rating but one is the most that a floor asks here: perfection is no level.
        const floor = Math.min(index, highest - 1);
        return {
          id: ids[index],
          label,
          means: `${TO_WRITE} in one or two sentences what somebody with ${label} has shown`,
          overall: String(shareOf(index, levels.length)),
          ...(floor > 0 ? { floor: String(floor) } : {}),
          ...(index === 0 ? { coverage: '100' } : {}),
        };
      }),
    },
  };
}

function shareOf(index: number, count: number): number {
  if (count === 1) return (LOWEST_SHARE + HIGHEST_SHARE) / 2;
  return Math.round(LOWEST_SHARE + ((HIGHEST_SHARE - LOWEST_SHARE) * index) / (count - 1));
}

function sectionFile({ sections, criteria, labels }: Answers, index: number, id: string) {
  const letter = lettersOf(sections)[index] ?? 'Z';
  const numbers = Array.from({ length: criteria[index] ?? 1 }, (_, each) => each + 1);
  return {
    name: `sections/${index + 1}-${id.toLowerCase()}.yaml`,
    about: [
      'Write what is true at each rating before the question: a panel has to tell one from the next.',
      'To add a criterion, copy one and give it an id that was never used.',
    ],
    data: {
      id,
      title: sections[index],
      summary: `${TO_WRITE} in one or two sentences what this section asks about`,
      criteria: numbers.map((number) => criterion(`${letter}${number}`, labels)),
    },
  };
}

function criterion(id: string, labels: readonly string[]) {
  const above = labels
    .slice(1)
    .map((label, index) => ({ rating: String(index + 1), label, index }));
  return {
    id,
    title: `${TO_WRITE} one statement that could be true of a good department (${id})`,
    question: `${TO_WRITE} the question that the department answers, in one or two sentences`,
    guidance: `${TO_WRITE} how to answer, what to avoid, and what a panel looks for`,
    rationale: {
      why: `${TO_WRITE} why this matters, in two or three sentences that the source supports`,
      sources: [{ source: SOURCE }],
    },
    descriptors: {
      0: `${TO_WRITE} what a panel sees where nothing has begun (${labels[0] ?? ''})`,
    },
    statements: Object.fromEntries(
      above.map(({ rating, label }) => [
        rating,
        [
          `${TO_WRITE} one thing that is true at ${rating} (${label}) and that somebody could check`,
        ],
      ]),
    ),
    evidence: { wanted: [`${TO_WRITE} a document or an account that would persuade a panel`] },
    suggestedActions: Object.fromEntries(
      above.map(({ rating, label, index }) => [
        rating,
        {
          objective: `${TO_WRITE} what leads to ${rating} (${label})`,
          steps: [`${TO_WRITE} the first step`],
          owner: `${TO_WRITE} a role, such as head of department`,
          measure: `${TO_WRITE} a number or a clear check that shows it is done`,
          months: String(MONTHS_A_STEP * (index + 1)),
        },
      ]),
    ),
  };
}

/** Ids from titles: their words, or `otherwise` with a number where no id can be made of them or it is taken. */
function idsOf(titles: readonly string[], otherwise: string): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const numbered = titles.map((_, index) => `${otherwise}-${index + 1}`);
    const free = [wordsOf(title), ...numbered].find((id) => id !== '' && !taken.has(id));
    const id = free ?? otherwise;
    taken.add(id);
    return id;
  });
}

function wordsOf(title: string): string {
  return title
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 30)
    .replace(/-+$/, '');
}

/** A letter for each section, from its title where it is free; for the ids of its criteria. */
function lettersOf(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const own = Array.from(title.toUpperCase()).filter((letter) => /^[A-Z]$/.test(letter));
    const free = [...own, ...ALPHABET].find((letter) => !taken.has(letter)) ?? 'Z';
    taken.add(free);
    return free;
  });
}

const ALPHABET = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
