// Who may do what, as a page to read (docs/who-may-do-what.md), from the tables that the program asks.
import {
  ADMINISTRATORS,
  KEEPING_ROLES,
  ORGANISATION_ROLES,
  type Role,
} from '#app/domain/policy/actor.ts';
import { roleText } from '#words/people/role-text.ts';
import { ADMINISTRATION } from '#app/domain/policy/administration.ts';
import { WITH_ASSESSMENT, WITH_ORGANISATION_ANSWERS } from '#app/domain/policy/assessment.ts';
import { WITH_AWARDS } from '#app/domain/policy/award.ts';
import { INVITES } from '#app/domain/policy/invitation.ts';
import { OPERATOR } from '#app/domain/policy/people.ts';
import { IN_REVIEW, PARTS } from '#app/domain/policy/review.ts';
import { OWN_TRAIL } from '#app/domain/policy/trail.ts';
import {
  ADMINISTRATION_WORDS,
  ASSESSMENT_WORDS,
  AWARD_WORDS,
  PART_WORDS,
  PHASE_WORDS,
  REVIEW_WORDS,
  STATE_WORDS,
  type Words,
} from './wording.ts';

const BEGINNING = `# Who may do what

For whoever answers for information governance at an organisation. Written by \`npm run policies\` from the tables in
\`app/domain/policy/\`, which every page and every change asks; change those, not this page. What has no ‘yes’ is refused;
where nothing stands under ‘When’, it is always so.

- A role holds for one department, for a whole organisation, or for the awarding body. At another organisation it allows
  nothing: what belongs to others is not even found.
- A charter administrator holds no other role, so that nobody who gives roles reads drafts or rates.
- Whoever runs the machine of the service does more with \`charter admin\` on its command line, such as making the first
  accounts: the operating system lets them in, and no table here is asked.
- The awarding body never sees a draft. A panel sees what was submitted, as it was submitted.`;

/** The page in Markdown. */
export function policyPage(): string {
  return [
    BEGINNING,
    ...assessmentSection(),
    ...organisationSection(),
    ...peopleSection(),
    ...reviewSection(),
    ...bodySection('Awards', WITH_AWARDS, AWARD_WORDS),
    ...bodySection('Administration', ADMINISTRATION, ADMINISTRATION_WORDS),
  ]
    .join('\n\n')
    .concat('\n');
}

function assessmentSection(): readonly string[] {
  return [
    '## An assessment',
    'For the assessments of the department, or of the organisation, for which somebody holds the role.',
    tableOf(
      ['', ...ORGANISATION_ROLES.map(roleText), 'When'],
      entriesOf(WITH_ASSESSMENT).map(([act, line]) => [
        ASSESSMENT_WORDS[act][0],
        ...marks(ORGANISATION_ROLES, line.by),
        whenOf(ASSESSMENT_WORDS[act], stateText(line.in)),
      ]),
    ),
  ];
}

function organisationSection(): readonly string[] {
  return [
    '## What an organisation answers once',
    'Criteria that a charter asks of the organisation itself, answered once for a round. For roles in the whole ' +
      'organisation, while it lasts; departments read the answer in their own assessment. The same roles see all ' +
      'departments of the organisation beside each other.',
    tableOf(
      ['', ...ORGANISATION_ROLES.map(roleText)],
      entriesOf(WITH_ORGANISATION_ANSWERS).map(([act, by]) => [
        ASSESSMENT_WORDS[act][0],
        ...marks(ORGANISATION_ROLES, by),
      ]),
    ),
  ];
}

/** Empty for every state: then what else is asked says enough. */
function stateText(states: readonly (keyof typeof STATE_WORDS)[]): string {
  if (states.length === Object.keys(STATE_WORDS).length) return '';
  return `it is ${states.map((state) => STATE_WORDS[state]).join(' or ')}`;
}

function peopleSection(): readonly string[] {
  const invited = ORGANISATION_ROLES.map((role): readonly string[] => [
    `Invite: ${roleText(role)}`,
    ...ORGANISATION_ROLES.map((by) => yes(INVITES[by]?.includes(role) ?? false)),
  ]);
  return [
    '## The people of an organisation',
    'For the department, or the organisation, for which somebody holds the role.',
    tableOf(
      ['', ...ORGANISATION_ROLES.map(roleText)],
      [
        ...invited,
        [
          'See who holds a role, set the contact on record, object to a lead from outside',
          ...marks(ORGANISATION_ROLES, KEEPING_ROLES),
        ],
        [
          'Read the audit trail of their place, without panels and objections',
          ...marks(ORGANISATION_ROLES, OWN_TRAIL),
        ],
      ],
    ),
  ];
}

function reviewSection(): readonly string[] {
  return [
    '## A review',
    'For members of the panel to whom a submission was given. Whoever has a conflict of interest, has left the panel or was ' +
      'replaced does none of this, and does not find the review.',
    tableOf(
      ['', ...PARTS.map((part) => PART_WORDS[part]), 'When'],
      entriesOf(IN_REVIEW).map(([act, line]) => [
        REVIEW_WORDS[act][0],
        ...marks(PARTS, line.by),
        whenOf(REVIEW_WORDS[act], phaseText(line.in)),
      ]),
    ),
  ];
}

/** Empty for every phase. */
function phaseText(phases: readonly (keyof typeof PHASE_WORDS)[]): string {
  if (phases.length === Object.keys(PHASE_WORDS).length) return '';
  return `it is ${phases.map((phase) => PHASE_WORDS[phase]).join(' or ')}`;
}

/** What the awarding body does: a column for its administrators, and one for the operator where a line is for both. */
function bodySection<Act extends string>(
  title: string,
  table: Readonly<Record<Act, readonly (Role | typeof OPERATOR)[]>>,
  words: Readonly<Record<Act, Words>>,
): readonly string[] {
  const lines = entriesOf(table);
  const isShared = lines.some(([, by]) => by.includes(OPERATOR));
  const columns = [...ADMINISTRATORS, ...(isShared ? [OPERATOR] : [])];
  return [
    `## ${title}`,
    tableOf(
      [
        '',
        ...ADMINISTRATORS.map(roleText),
        ...(isShared ? ['Whoever runs the machine'] : []),
        'When',
      ],
      lines.map(([act, by]) => [words[act][0], ...marks(columns, by), whenOf(words[act], '')]),
    ),
  ];
}

function entriesOf<Key extends string, Value>(
  table: Readonly<Record<Key, Value>>,
): readonly (readonly [Key, Value])[] {
  const isKey = (key: string): key is Key => key in table;
  return Object.keys(table)
    .filter(isKey)
    .map((key) => [key, table[key]] as const);
}

function marks(columns: readonly string[], by: readonly string[]): readonly string[] {
  return columns.map((column) => yes(by.includes(column)));
}

function yes(may: boolean): string {
  return may ? 'yes' : '';
}

function whenOf([, when = '']: Words, state: string): string {
  return [state, when].filter((text) => text !== '').join('; ');
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
