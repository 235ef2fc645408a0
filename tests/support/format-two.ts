// A charter of format 2 for tests of what is around it: the shipped one with kinds of evidence, facts, a criterion
// that depends on a fact and one with other words for a fact.
import type { Charter, Criterion } from '#app/domain/charter/charter.ts';
import type { Services } from '#app/services.server.ts';

const kind = (id: string, label: string) => ({ id, label, means: `What ${id} is` });
const asked = { guidance: '', options: [] };

const FACTS: Charter['facts'] = [
  {
    ...asked,
    id: 'nation',
    kind: 'choice',
    question: 'In which nation is it?',
    guidance: 'Where most staff work.',
    options: [
      { id: 'england', label: 'England' },
      { id: 'wales', label: 'Wales' },
    ],
  },
  { ...asked, id: 'leaders', kind: 'number', question: 'How many leaders are there?' },
  { ...asked, id: 'firstApplication', kind: 'yes-no', question: 'Is it your first application?' },
  { ...asked, id: 'heldSince', kind: 'date', question: 'Since when is an award held?' },
];

const CHANGED: Readonly<Record<string, Partial<Criterion>>> = {
  G1: { evidenceRules: [{ from: 1, minimum: 1, kind: 'testimony' }] },
  G2: {
    variants: [
      { when: { kind: 'is', fact: 'nation', value: 'wales' }, question: 'What about Wales?' },
    ],
  },
  G3: { appliesWhen: { kind: 'at-least', fact: 'leaders', value: 1 } },
};

/** The charter in format 2. */
export function inFormatTwo(charter: Charter): Charter {
  return {
    ...charter,
    format: 2,
    kinds: [kind('testimony', 'Testimony'), kind('figure', 'Figure')],
    facts: FACTS,
    sections: charter.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((criterion) => ({ ...criterion, ...CHANGED[criterion.id] })),
    })),
  };
}

/** The services with this charter changed: whatever is bound to it reads the new one. */
export function withCharter(
  services: Services,
  name: string,
  change: (charter: Charter) => Charter,
): Services {
  const held = services.library.versions.get(name);
  if (held === undefined) throw new Error(`no ${name}`);
  const changed = { ...held, charter: change(held.charter) };
  const versions = new Map([...services.library.versions, [name, changed] as const]);
  return { ...services, library: { ...services.library, versions } };
}

/** The services where the shipped charter of the tests' assessments is of format 2. */
export function formatTwo(services: Services): Services {
  return withCharter(services, 'bme-mentoring@1.0.0', inFormatTwo);
}
