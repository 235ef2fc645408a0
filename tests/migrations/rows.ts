// What stands in the databases of earlier versions: two rows in every table, each pointing to the rows
// that it needs, in the words that real trusts would write. A new table is filled by its columns' names.
import type Database from 'better-sqlite3';

type Column = {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
};
type Key = { readonly from: string; readonly table: string; readonly to: string };

/** Tables whose rows a trigger refuses once those of another table are there. */
const LATER = ['seals'];

const NARRATIVES = [
  "The Trust's mentoring lead meets every mentor each quarter; 38 of 52 BME mentees (73 %) had a 'stretch' role within the year.",
  'Cynllun mentora Ymddiriedolaeth Llŷn ac Eryri: “mae pob mentor wedi’i hyfforddi”.\nTwo of three divisions report; the third starts in April.',
];

// A value for each of the two rows, where a column's meaning asks for more than its name.
const VALUES: Readonly<Record<string, readonly [unknown, unknown]>> = {
  'organisations.name': [
    "Pen Llŷn and Eryri Women's, Children's and Community Health NHS Foundation Trust",
    'Great Wexcombe Ambulance and Integrated Care NHS Trust',
  ],
  'organisations.ods_code': ['RZ9', null],
  'departments.name': [
    'Therapies, rehabilitation and speech & language (Dwyfor–Meirionnydd)',
    "Nurses' and midwives' education",
  ],
  'user.name': ['Siân Llŷr-Wynne', 'Dr Oluwaseun O’Dowd-Adeyemi'],
  'user.email': ['sian.llyr-wynne@pen-llyn.example', 'o.odowd-adeyemi@wexcombe.example'],
  'user.emailVerified': [1, 0],
  'user.image': [null, null],
  'memberships.role': ['assessment-lead', 'contributor'],
  'assessments.charter': ['bme-mentoring@1.0.1', 'bme-mentoring@1.0.1'],
  'assessments.target_level': ['silver', 'bronze'],
  'assessments.state': ['draft', 'draft'],
  'assessments.renews': [null, null],
  'answers.claimed': [3, null],
  'answers.not_applicable': [null, 'No staff of this group work here.'],
  'answers.version': [4, 5],
  'answers.origin': [null, 'Copied from the assessment of 2026'],
  'answers.review': [null, 'The criterion was changed in 1.0.1'],
  'answer_versions.claimed': [2, null],
  'evidence.link': ['https://pen-llyn.example/mentoring?year=2026&part=2#aims', null],
  'evidence.file_id': [null, 'files-2'],
  'files.media_type': ['application/pdf', 'text/plain'],
  'files.sha256': ['a'.repeat(64), 'b'.repeat(64)],
  'actions.criteria': ['["G1","M2"]', '[]'],
  'actions.steps': ['["Ask each ward’s manager", "Agree the day"]', '[]'],
  'actions.milestones': ['[{"on":"2027-03-31","text":"Half trained","done":false}]', '[]'],
  'actions.priority': ['high', 'low'],
  'actions.status': ['on-track', 'not-started'],
  'actions.carries': ['3', null],
  'rounds.name': ['Spring 2027', "Autumn 2027, panels' second sitting"],
  'rounds.charter': ['bme-mentoring@1.0.1', 'bme-mentoring@1.0.1'],
  'invitations.email': ['e.bartholomew-price@pen-llyn.example', 'a.o.reilly@wexcombe.example'],
  'invitations.role': ['contributor', 'executive-sponsor'],
  'outbox.recipient': ['sian.llyr-wynne@pen-llyn.example', 'o.odowd-adeyemi@wexcombe.example'],
  'awards.charter': ['bme-mentoring@1.0.1', 'bme-mentoring@1.0.1'],
  'awards.level': ['silver', 'bronze'],
  'comments.mentions': ['["user-1"]', '[]'],
  'sign_in_failures.key': ['account o.odowd-adeyemi@wexcombe.example', 'address 192.0.2.7'],
  'audit_events.sequence': [1, 2],
  'audit_events.chain': ['installation', null],
  'audit_events.position': [1, null],
  'audit_events.previous': ['', null],
  'audit_events.seal': [`0123abcd.${'s'.repeat(43)}`, null],
  'audit_events.details': ['{"criterion":"G1"}', '{}'],
  'submissions.snapshot': ['{"format":1}', '{"format":1}'],
  'decisions.record': ['{"format":1}', '{"format":1}'],
  'decisions.supersedes': [null, 'decisions-1'],
  'plan_reports.actions': ['[]', '[]'],
};

/** Fills every table of the database. Throws where a table takes no such row. */
export function fillTables(database: Database.Database): void {
  for (const table of inOrder(database)) {
    for (const turn of [0, 1] as const) insertRow(database, table, turn);
  }
}

/** The tables of the service, those that others point to first. */
export function inOrder(database: Database.Database): readonly string[] {
  const all = database
    .prepare<[], string>(
      "select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\' and name not like 'sqlite%' order by name",
    )
    .pluck()
    .all();
  const ordered: string[] = [];
  const add = (table: string) => {
    if (ordered.includes(table)) return;
    for (const key of keysOf(database, table)) if (key.table !== table) add(key.table);
    ordered.push(table);
  };
  for (const table of all.filter((name) => !LATER.includes(name))) add(table);
  for (const table of all) add(table);
  return ordered;
}

function keysOf(database: Database.Database, table: string): readonly Key[] {
  return database.prepare<[string], Key>('select * from pragma_foreign_key_list(?)').all(table);
}

function insertRow(database: Database.Database, table: string, turn: 0 | 1): void {
  const columns = database
    .prepare<[string], Column>('select * from pragma_table_info(?)')
    .all(table);
  const keys = new Map(keysOf(database, table).map((key) => [key.from, key.table]));
  const values = columns.map((column) => {
    const given = VALUES[`${table}.${column.name}`];
    if (given !== undefined) return given[turn];
    const parent = keys.get(column.name);
    return parent === undefined ? byName(table, column, turn) : `${parent}-${turn + 1}`;
  });
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  database.prepare(`insert into "${table}" (${names}) values (${marks})`).run(values);
}

function byName(table: string, { name, type, pk, notnull }: Column, turn: 0 | 1): unknown {
  if (pk > 0) return `${table}-${turn + 1}`;
  if (type.toLowerCase() === 'integer') return turn + 1;
  if (/(?:At|_at)$/.test(name)) return `2026-11-0${turn + 1}T09:30:00.000Z`;
  if (/_(?:on|until)$/.test(name)) return `2027-03-3${turn}`;
  if (/_by$|^actor$/.test(name)) return `user-${turn + 1}`;
  if (/^(?:userId|user_id)$/.test(name)) return `user-${turn + 1}`;
  if (/^assessment_id$/.test(name)) return `assessments-${turn + 1}`;
  if (name === 'criterion') return ['G1', 'G2'][turn];
  if (/narrative|text|reason|statement|note|summary|grounds?|description/.test(name))
    return NARRATIVES[turn];
  // Columns that may be empty are so in one row of two.
  if (notnull === 0 && turn === 1) return null;
  return `${name.replaceAll('_', ' ')} of ‘${table}’, No. ${turn + 1}: O'Dowd & Llŷr`;
}
