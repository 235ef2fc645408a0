// Forty mistakes of a careless author in a charter of format 2, planted together in a copy of the mentoring
// charter, with the place where each must be reported.
import path from 'node:path';
import { CHARTER, LEVELS, one, type Plant } from './planted-mistakes.ts';

/** The sound charter of format 2 that the mistakes are planted in. */
export const SOUND_2 = path.join('charter-criteria', 'bme-mentoring', '2.0.0');

const GOVERNANCE = 'sections/1-governance.yaml';
const ROLE_MODELS = 'sections/2-role-models.yaml';
const RELATIONSHIP = 'sections/3-relationship.yaml';
const DIFFERENCE = 'sections/4-difference.yaml';
const OUTCOMES = 'sections/5-outcomes.yaml';
const ACCESS = 'sections/6-access.yaml';
const PLAN = 'sections/7-plan.yaml';

export const PLANTS_2: readonly Plant[] = [
  // Levels.
  one(
    LEVELS,
    '    floor: 1\n',
    '    floor: 3\n    floors: { outcome: 3 }\n',
    'unknown-section',
    'outcome: 3',
  ),
  one(LEVELS, '    floor: 2\n', '    floor: 2 # lower than before\n', 'falling-level'),
  {
    file: LEVELS,
    from: '- { id: an-outcome, rating: 3, count: 1, of: [O1, O2, O3, O4, O5] }',
    to: [
      '- { id: an-outcome, rating: 5, count: 1, of: [O1, O2] }',
      '      - { id: more, rating: 4, count: 3, of: [O4, O5] }',
      '      - { id: most, rating: 4, count: 1, of: [O3, O33] }',
      '      - { id: same, rating: 4, count: 1, of: [A1, A1] }',
    ].join('\n'),
    expected: [
      { code: 'bad-rating', at: 'rating: 5, count: 1' },
      { code: 'too-many', at: 'count: 3, of: [O4' },
      { code: 'unknown-criterion', at: 'O33' },
      { code: 'duplicate-id', at: 'of: [A1, A1]' },
    ],
  },
  {
    file: LEVELS,
    from: '- { id: a-lasting-outcome, rating: 4, count: 1, of: [O1, O4] }',
    to: '- { id: SAME, rating: 4, count: 1, of: [O1, O4], minimumLeft: 4 }',
    expected: [
      { code: 'duplicate-id', at: 'id: SAME' },
      { code: 'too-many', at: 'minimumLeft: 4' },
    ],
  },
  {
    file: LEVELS,
    from: '      completedCycle: true\n',
    to: '      completedCycle: perhaps\n      held: { level: gold, years: 2 }\n',
    expected: [
      { code: 'bad-value', at: 'completedCycle: perhaps' },
      { code: 'unknown-level', at: 'held: { level: gold' },
    ],
  },
  // Charter.
  one(CHARTER, 'cumulative: true', 'cumulative: sometimes', 'bad-value'),
  one(
    CHARTER,
    '    - { from: 3, minimum: 1, kind: testimony }',
    '    - { from: 3, minimum: 1, kind: story }',
    'unknown-kind',
  ),
  one(CHARTER, '    - { from: 4, minimum: 3 }', '    - { from: 4, minimum: 2 }', 'evidence-order'),
  one(
    CHARTER,
    '\nfacts:\n',
    '  - { id: figure, label: Figure, means: Again. }\n\nfacts:\n',
    'duplicate-id',
    'id: figure, label: Figure',
  ),
  {
    file: CHARTER,
    from: '\nindicators:\n',
    to: [
      '  - { id: professions, kind: number, question: Again? }',
      '  - { id: heldSince, kind: number, question: Since when? }',
      '  - { id: size, kind: choice, question: How large? }',
      '\nindicators:\n',
    ].join('\n'),
    expected: [
      { code: 'duplicate-id', at: 'id: professions, kind' },
      { code: 'bad-value', at: 'id: heldSince' },
      { code: 'fact-options', at: 'id: size' },
    ],
  },
  one(
    CHARTER,
    '      - { id: other, label: Another employer }',
    '      - { id: other, label: Another employer }\n      - { id: other, label: Again }',
    'duplicate-id',
    'label: Again',
  ),
  one(
    CHARTER,
    '    also: [mentors]',
    '    also: [mentors, mentor]',
    'duplicate-id',
    'also: [mentors, mentor]',
  ),
  one(
    CHARTER,
    '    url: https://www.advance-he.ac.uk/equality-charters/athena-swan-charter\n\nawarding',
    '    url: https://www.advance-he.ac.uk/equality-charters/athena-swan-charter\n  - { id: emcc, title: Again }\n\nawarding',
    'duplicate-id',
    'id: emcc, title',
  ),
  // Criteria.
  one(GOVERNANCE, '    scope: organisation', '    scope: trust', 'bad-value'),
  one(
    GOVERNANCE,
    '{ not: { fact: bme-staff, atLeast: 10 } }',
    '{ not: { fact: bme-staf, atLeast: 10 } }',
    'unknown-fact',
  ),
  one(
    GOVERNANCE,
    '{ not: { fact: professions, atLeast: 2 } }',
    '{ not: { fact: professions } }',
    'bad-condition',
  ),
  {
    file: ROLE_MODELS,
    from: '          - { indicator: senior-representation, rises: true, numeratorNotLower: true }\n',
    to: '          - { indicator: senior-representation, rises: true, min: 1.00 }\n',
    expected: [{ code: 'indicator-rule', at: 'rises: true, min: 1.00' }],
  },
  one(
    ROLE_MODELS,
    'atLeastShareOf: middle-representation',
    'atLeastShareOf: mentoring-reach',
    'indicator-rule',
  ),
  one(ROLE_MODELS, 'when: [zero-denominator, too-few]', 'when: [no-counts, too-few]', 'bad-value'),
  one(
    ROLE_MODELS,
    '    scope: organisation',
    '    scope: organisation\n    narrative: short',
    'bad-value',
    'narrative: short',
  ),
  one(
    RELATIONSHIP,
    "      - standard: mentor\n        ref: '4'\n        covers: part\n    weight: 3",
    "      - standard: mentors\n        ref: '4'\n        covers: part\n    weight: 3",
    'unknown-standard',
    'standard: mentors',
  ),
  {
    file: RELATIONSHIP,
    from: '        why: It offers a policy as proof, and nobody asked why there were no complaints.\n',
    to: '',
    expected: [
      { code: 'missing-key', at: 'All mentors sign a confidentiality agreement', above: 2 },
    ],
  },
  one(
    DIFFERENCE,
    'appliesWhen: { fact: reverse-mentoring, is: true }',
    'appliesWhen: { fact: reverse-mentoring, is: sometimes }',
    'bad-value',
  ),
  one(
    OUTCOMES,
    '      - indicator: promotion-likelihood',
    '      - indicator: promotions',
    'unknown-indicator',
  ),
  one(
    OUTCOMES,
    '          when: [too-few, zero-denominator]',
    '          when: [too-few, too-few]',
    'duplicate-id',
  ),
  one(
    ACCESS,
    '          evidence: { minimum: 1, kind: testimony }',
    '          evidence: { minimum: 0, kind: testimony }',
    'bad-value',
  ),
  one(
    ACCESS,
    '    notApplicable: >-',
    '    notApplicableReason: never\n    notApplicable: >-',
    'bad-value',
    'notApplicableReason: never',
  ),
  one(
    PLAN,
    'appliesWhen: { fact: firstApplication, is: false }',
    'appliesWhen: { all: [{ fact: firstApplication }] }',
    'bad-condition',
  ),
  one(
    LEVELS,
    '    coverage: 100',
    '    coverage: 90\n    answered: [P1, P9]',
    'unknown-criterion',
    '[P1, P9]',
  ),
  one(CHARTER, '  - of: professions\n', '  - of: profession\n', 'unknown-id', 'of: profession\n'),
  {
    file: GOVERNANCE,
    from: '              too few here.\n',
    to: '              too few here.\n            - One more.\n',
    expected: [
      { code: 'bad-value', at: 'The team has BME members, from another department', above: 2 },
    ],
  },
  one(
    OUTCOMES,
    '          evidence: { minimum: 1, kind: independent }',
    '          evidence: { minimum: 1, kind: witness }',
    'unknown-kind',
  ),
  one(ACCESS, '    scope: organisation', '    scope: everyone', 'bad-value'),
];
