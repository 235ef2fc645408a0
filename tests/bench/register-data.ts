// A register of so many awards, written straight into the tables: names from a small vocabulary, several
// awards for each organisation, levels and years evenly. A few hundred have a whole record to be read.
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  type CharterLibrary,
  loadCharterLibrary,
} from '#app/adapters/charter-files/charter-library.ts';
import { addDays } from '#app/domain/calendar-entries.ts';
import { endsOf, registerWords, searchedWords } from '#app/domain/award/register-words.ts';
import { type Engine, openEngine } from '#db/engine.sqlite.ts';
import { decisionRecord } from '#tests/support/award-record.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CHARTER = 'bme-mentoring@1.0.0';
const AT = '2027-03-01T09:00:00.000Z';
const DEPARTMENTS = ['Pharmacy', 'Radiology', 'Maternity', 'Therapies', 'Nursing', 'Estates'];
const KINDS = ['Hospital', 'Community', 'Ambulance'];
/** So many awards have a whole record, however many there are. */
const WHOLE = 400;
const PER_ORGANISATION = 5;

export type BenchRegister = {
  readonly engine: Engine;
  readonly library: CharterLibrary;
  readonly awards: number;
  /** Awards with a whole record: their numbers and organisations, the newest last. */
  readonly whole: readonly { readonly number: string; readonly organisation: string }[];
  /** Where the older half begins. */
  readonly middle: { readonly publishedAt: string; readonly id: string };
};

/** The register in a database of its own. */
export async function registerOf(awards: number): Promise<BenchRegister> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'charter-bench-'));
  const file = path.join(folder, 'charter.db');
  const engine = openEngine(file, path.join(ROOT, 'db/migrations/sqlite'));
  const library = await loadCharterLibrary(path.join(ROOT, 'charter-criteria'));
  const levels = library.versions.get(CHARTER)?.charter.levels ?? [];
  const record = recordText(library);
  const { connection } = engine;
  connection.pragma('synchronous = OFF');
  connection.pragma('foreign_keys = OFF');
  const insert = statements(engine);
  const whole: { number: string; organisation: string }[] = [];
  const step = awards / WHOLE;
  connection.transaction(() => {
    for (let index = 0; index < awards; index += 1) {
      const level = levels[index % levels.length];
      const facts = {
        id: idOf(index),
        number: `MC-${2017 + (index % 10)}-${String(index).padStart(5, '0')}`,
        organisation: `organisation-${Math.floor(index / PER_ORGANISATION)}`,
        name: `${KINDS[index % KINDS.length]} Trust ${Math.floor(index / PER_ORGANISATION)}`,
        department: `${DEPARTMENTS[index % DEPARTMENTS.length]} ${index % 7}`,
        level: level?.id ?? '',
        label: level?.label ?? '',
        awardedOn: `${2017 + (index % 10)}-03-01`,
        publishedAt: publishedAt(index),
      };
      const isWhole = index % step === 0;
      insert(facts, index, isWhole ? record : 'null');
      if (isWhole) whole.push({ number: facts.number, organisation: facts.organisation });
    }
  })();
  return {
    engine,
    library,
    awards,
    whole,
    middle: { publishedAt: publishedAt(awards / 2), id: idOf(awards / 2) },
  };
}

function recordText(library: CharterLibrary): string {
  const charter = library.versions.get(CHARTER)?.charter;
  if (charter === undefined) throw new Error(`there is no charter ${CHARTER}`);
  return JSON.stringify(decisionRecord(charter));
}

function idOf(index: number): string {
  return `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;
}

function publishedAt(index: number): string {
  return `${addDays('2017-03-01', Math.floor(index / 20))}T09:00:${String(index % 20).padStart(2, '0')}.000Z`;
}

type Facts = Readonly<
  Record<
    | 'id'
    | 'number'
    | 'organisation'
    | 'name'
    | 'department'
    | 'level'
    | 'label'
    | 'awardedOn'
    | 'publishedAt',
    string
  >
>;

function statements({ connection }: Engine) {
  const organisation = connection.prepare(
    'insert or ignore into organisations (id, name, created_at) values (?, ?, ?)',
  );
  const decision = connection.prepare(
    `insert into decisions (id, review_id, submission_id, assessment_id, organisation_id, outcome,
       record, sha256, decided_at, decided_by) values (?, '', '', '', ?, 'award', ?, '', ?, '')`,
  );
  const award = connection.prepare(
    `insert into awards (id, number, organisation_id, department_id, organisation, department, charter,
       level, decision_id, submission_id, assessment_id, awarded_on, valid_until, published_at,
       status_index, created_at, version)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', ?, ?, ?, ?, ?, 1)`,
  );
  const word = connection.prepare(
    'insert into award_words (id, word, award_id, published_at) values (?, ?, ?, ?)',
  );
  const part = connection.prepare(
    'insert or ignore into register_parts (id, suffix, word) values (?, ?, ?)',
  );
  return (facts: Facts, index: number, record: string) => {
    const { id, number, level, awardedOn } = facts;
    organisation.run(facts.organisation, facts.name, AT);
    decision.run(id, facts.organisation, record, AT);
    award.run(
      id,
      number,
      facts.organisation,
      `department-${index}`,
      facts.name,
      facts.department,
      CHARTER,
      level,
      id,
      awardedOn,
      addDays(awardedOn, 1800),
      facts.publishedAt,
      index,
      AT,
    );
    const organisations = [{ id: facts.organisation, odsCode: null, names: [facts.name] }];
    const words = registerWords({
      number,
      charter: CHARTER,
      level,
      levelLabel: facts.label,
      awardedOn,
      department: facts.department,
      organisations,
    });
    for (const each of words) word.run(`${each} ${id}`, each, id, facts.publishedAt);
    for (const each of searchedWords(words)) {
      for (const end of endsOf(each)) part.run(`${end} ${each}`, end, each);
    }
  };
}
