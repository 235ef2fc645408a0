// An installation that has grown: so many submissions of other departments, straight into the tables, and one
// department of our own with everything that a page about it shows. Pages are asked on a small and on a large one.
import { allCriteria } from '#app/domain/charter/charter.ts';
import { addDays } from '#app/domain/calendar-entries.ts';
import type { Actor, Role } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { decisionRecord } from './award-record.ts';

const CHARTER = 'bme-mentoring@1.0.0';
const AT = '2027-03-01T09:00:00.000Z';
const RATERS = 12;
const TEXT = 'Every pair agrees what stays between them, and meets every month. '.repeat(8);

type Row = Readonly<Record<string, string | number | null>>;
type Insert = (table: string, row: Row) => void;

export type GrownSize = {
  /** Submissions of other departments; of ten, six are decided, three before a panel and one waits. */
  readonly submissions: number;
  /** Assessments of our own department. */
  readonly own: number;
};

/** Who asks: the lead of our own department, an administrator, the chair of every panel. */
export const GROWN = {
  lead: someone('lead', 'assessment-lead', 'own'),
  administrator: someone('administrator', 'charter-administrator', null),
  chair: someone('chair', 'panel-chair', null),
};

/** The address of somebody's calendar, as the database knows it. */
export function calendarOf({ id }: Actor): string {
  return `calendar-${id}`;
}

/** Fills an empty database. */
export function grow({ engine, library }: Services, { submissions, own }: GrownSize): void {
  const { connection } = engine;
  const charter = library.versions.get(CHARTER)?.charter;
  if (charter === undefined) throw new Error(`there is no charter ${CHARTER}`);
  const criteria = allCriteria(charter).map(({ id }) => id);
  const record = JSON.stringify(decisionRecord(charter, { outcome: 'minor-revisions' }));
  const statements = new Map<string, ReturnType<typeof connection.prepare>>();
  const insert: Insert = (table, row) => {
    const columns = Object.keys(row);
    const sql = `insert into "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`;
    const statement = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, statement);
    statement.run(...Object.values(row));
  };
  connection.pragma('foreign_keys = OFF');
  connection.transaction(() => {
    addPeople(insert);
    addPanels(insert, Math.max(4, Math.floor(submissions / 10)));
    for (let index = 0; index < submissions; index += 1)
      addOther(insert, { index, submissions, criteria });
    addInvited(insert, submissions);
    for (let index = 0; index < own; index += 1) {
      addPerson(insert, someone(`deputy${index}`, 'deputy-sponsor', 'own'));
      addOwn(insert, { index, submissions, criteria, record });
    }
  })();
  connection.pragma('foreign_keys = ON');
  connection.exec('analyze');
}

function someone(id: string, role: Role, organisation: string | null): Actor {
  const memberships = [{ role, organisation, department: organisation && `${organisation}-0` }];
  return { id, name: id, email: `${id}@example.org`, memberships };
}

function addPerson(insert: Insert, { id, name, email, memberships }: Actor): void {
  insert('user', { id, name, email, emailVerified: 1, createdAt: AT, updatedAt: AT });
  for (const [index, { role, organisation, department }] of memberships.entries()) {
    insert('memberships', {
      id: `${id} ${index}`,
      user_id: id,
      organisation_id: organisation,
      department_id: department,
      role,
    });
  }
}

function addPeople(insert: Insert): void {
  for (const person of Object.values(GROWN)) {
    addPerson(insert, person);
    insert('calendar_links', { id: calendarOf(person), user_id: person.id, created_at: AT });
  }
  for (let index = 0; index < RATERS; index += 1) {
    addPerson(insert, someone(`rater${index}`, 'panel-member', null));
  }
  addPlace(insert, 'own');
  for (const [id, closes] of [
    ['round0', '2026-06-01'],
    ['round1', '2026-12-01'],
    ['round2', '2027-03-20'],
  ] as const) {
    insert('rounds', {
      id,
      name: id,
      charter: CHARTER,
      opens_at: '2026-01-01T00:00:00.000Z',
      closes_at: `${closes}T12:00:00.000Z`,
      created_at: AT,
      created_by: 'administrator',
      version: 1,
    });
  }
}

function addPlace(insert: Insert, organisation: string): void {
  addDepartments(insert, organisation);
  addPerson(insert, someone(`sponsor-${organisation}`, 'executive-sponsor', organisation));
  if (organisation !== 'own')
    addPerson(insert, someone(`lead-${organisation}`, 'assessment-lead', organisation));
}

function addDepartments(insert: Insert, organisation: string): void {
  insert('organisations', { id: organisation, name: `Trust ${organisation}`, created_at: AT });
  for (let index = 0; index < 10; index += 1) {
    const id = `${organisation}-${index}`;
    insert('departments', { id, organisation_id: organisation, name: id, created_at: AT });
  }
}

/** An organisation to which so many are invited, and nobody has come. */
function addInvited(insert: Insert, people: number): void {
  addDepartments(insert, 'invited');
  for (let index = 0; index < people; index += 1) {
    insert('invitations', {
      id: `invitation${index}`,
      email: `invited${index}@example.org`,
      organisation_id: 'invited',
      role: 'assessment-lead',
      created_at: AT,
      created_by: 'administrator',
      expires_at: '2099-01-01T00:00:00.000Z',
    });
  }
}

function addPanels(insert: Insert, panels: number): void {
  for (let index = 0; index < panels; index += 1) {
    const id = `panel${index}`;
    insert('panels', { id, name: id, created_at: AT, created_by: 'administrator', version: 1 });
    for (const [seat, userId] of [
      ['chair', 'chair'],
      ...[0, 1, 2].map((one) => ['reviewer', `rater${(index + one) % RATERS}`]),
    ] as const) {
      insert('panel_members', {
        id: `${id} ${userId}`,
        panel_id: id,
        user_id: userId ?? '',
        seat: seat ?? '',
        statistics: 1,
        created_at: AT,
        created_by: 'administrator',
      });
    }
  }
}

type Other = {
  readonly index: number;
  readonly submissions: number;
  readonly criteria: readonly string[];
};

type Stated = {
  readonly id: string;
  readonly organisation: string;
  readonly department: string;
  readonly state: string;
  readonly roundId: string | null;
};

function addAssessment(
  insert: Insert,
  { id, organisation, department, state, roundId }: Stated,
): void {
  insert('assessments', {
    id,
    organisation_id: organisation,
    department_id: department,
    charter: CHARTER,
    target_level: 'silver',
    state,
    round_id: roundId,
    created_at: AT,
    created_by: 'lead',
    updated_at: AT,
    version: 1,
  });
}

function addAnswers(insert: Insert, id: string, criteria: readonly string[]): void {
  for (const criterion of criteria) {
    insert('answers', {
      id: `${id} ${criterion}`,
      assessment_id: id,
      criterion,
      claimed: 2,
      narrative: TEXT,
      version: 1,
      updated_at: AT,
      updated_by: 'lead',
    });
  }
}

function addSubmission(insert: Insert, of: Stated, number: number): string {
  const submittedOn = addDays('2026-01-05', number % 400);
  insert('signatures', {
    id: `signature-${of.id}`,
    assessment_id: of.id,
    user_id: `sponsor-${of.organisation}`,
    name: 'Helen Ravensdale',
    statement: 'We stand by it.',
    content_sha256: '',
    signed_at: AT,
  });
  insert('submissions', {
    id: `submission-${of.id}`,
    assessment_id: of.id,
    round_id: of.roundId,
    number,
    signature_id: `signature-${of.id}`,
    snapshot: TEXT,
    sha256: '',
    submitted_at: `${submittedOn}T09:00:00.000Z`,
    submitted_by: 'lead',
  });
  return submittedOn;
}

function addOther(insert: Insert, { index, submissions, criteria }: Other): void {
  const organisation = `other${Math.floor(index / 10)}`;
  if (index % 10 === 0) addPlace(insert, organisation);
  const department = `${organisation}-${index % 10}`;
  const of = {
    id: `assessment${index}`,
    organisation,
    department,
    state: 'submitted',
    roundId: `round${index % 3}`,
  };
  addAssessment(insert, of);
  addAnswers(insert, of.id, criteria);
  const submittedOn = addSubmission(insert, of, index + 1);
  if (index % 4 === 0) {
    addAssessment(insert, { ...of, id: `draft${index}`, state: 'draft', roundId: 'round2' });
  }
  if (index % 10 === 9) return;
  const panel = index % Math.max(4, Math.floor(submissions / 10));
  addReview(insert, { of, panel, phase: PHASES[index % 10] ?? 'decided' });
  if (index % 10 < 6)
    addDecision(insert, {
      of,
      decidedOn: addDays(submittedOn, 60),
      outcome: index % 2 === 0 ? 'award' : 'not-awarded',
      index,
      record: '{}',
    });
}

type Phase = 'decided' | 'rating' | 'discussion';

const PHASES: Readonly<Record<number, Phase>> = { 6: 'rating', 7: 'rating', 8: 'discussion' };

function addReview(
  insert: Insert,
  { of, panel, phase }: { readonly of: Stated; readonly panel: number; readonly phase: Phase },
): void {
  const id = `review-${of.id}`;
  insert('reviews', {
    id,
    panel_id: `panel${panel}`,
    submission_id: `submission-${of.id}`,
    assessment_id: of.id,
    organisation_id: of.organisation,
    purpose: 'submission',
    opened_at: AT,
    opened_by: 'administrator',
    ratings_due_at: '2027-03-10T12:00:00.000Z',
    discussion_opened_at: phase === 'rating' ? null : AT,
    closed_at: phase === 'decided' ? AT : null,
    version: 1,
  });
  for (const userId of ['chair', `rater${panel % RATERS}`]) {
    const by = { review_id: id, user_id: userId };
    insert('interests', { ...by, id: `${id} ${userId}`, conflict: 0, reason: '', declared_at: AT });
    if (phase !== 'rating')
      insert('seals', { ...by, id: `${id} ${userId}`, sha256: '', sealed_at: AT });
    else {
      insert('ratings', {
        ...by,
        id: `${id} ${userId}`,
        criterion: 'G1',
        rating: 2,
        not_applicable: 0,
        reason: 'Shown.',
        version: 1,
        updated_at: AT,
      });
    }
  }
}

type Decided = {
  readonly of: Stated;
  readonly decidedOn: string;
  readonly outcome: string;
  readonly index: number;
  readonly record: string;
};

function addDecision(insert: Insert, { of, decidedOn, outcome, index, record }: Decided): void {
  const id = `decision-${of.id}`;
  insert('decisions', {
    id,
    review_id: `review-${of.id}`,
    submission_id: `submission-${of.id}`,
    assessment_id: of.id,
    organisation_id: of.organisation,
    outcome,
    level: outcome === 'award' ? 'silver' : null,
    revisions_due_on: outcome === 'minor-revisions' ? '2027-06-01' : null,
    record,
    sha256: '',
    decided_at: `${decidedOn}T12:00:00.000Z`,
    decided_by: 'chair',
  });
  if (outcome !== 'award') return;
  const award = `award-${of.id}`;
  insert('awards', {
    id: award,
    number: `MC-2026-${String(index).padStart(4, '0')}`,
    organisation_id: of.organisation,
    department_id: of.department,
    organisation: of.organisation,
    department: of.department,
    charter: CHARTER,
    level: 'silver',
    decision_id: id,
    submission_id: `submission-${of.id}`,
    assessment_id: of.id,
    awarded_on: '2026-03-20',
    valid_until: '2029-03-19',
    published_at: AT,
    published_by: 'administrator',
    status_index: index,
    created_at: AT,
    version: 1,
  });
  for (const word of ['trust', of.organisation]) {
    insert('award_words', { id: `${word} ${award}`, word, award_id: award, published_at: AT });
    insert('register_parts', { id: `${word} ${word} ${award}`, suffix: word, word });
  }
}

type Own = Other & { readonly record: string };

/** A draft, a signed one, one to be revised and an awarded one, in turn; all with work for the lead in them. */
function addOwn(insert: Insert, { index, submissions, criteria, record }: Own): void {
  const state = ['draft', 'signed-off', 'submitted', 'submitted'][index % 4] ?? 'draft';
  const of = {
    id: `own${index}`,
    organisation: 'own',
    department: 'own-0',
    state,
    roundId: 'round2',
  };
  addAssessment(insert, of);
  addAnswers(insert, of.id, criteria);
  addWork(insert, of.id);
  if (state === 'draft') {
    insert('sign_requests', {
      id: `ask-${of.id}`,
      assessment_id: of.id,
      message: '',
      snapshot: TEXT,
      asked_at: AT,
      asked_by: 'lead',
    });
    return;
  }
  const number = submissions + index + 1;
  const submittedOn = addSubmission(insert, of, number);
  if (state === 'signed-off') return;
  addReview(insert, { of, panel: 0, phase: 'decided' });
  const outcome = index % 4 === 2 ? 'minor-revisions' : 'award';
  addDecision(insert, { of, decidedOn: addDays(submittedOn, 30), outcome, index: number, record });
}

function addWork(insert: Insert, assessment: string): void {
  const by = { assessment_id: assessment, created_at: AT };
  insert('assignments', {
    ...by,
    id: `do ${assessment}`,
    criterion: 'G1',
    user_id: 'lead',
    created_by: 'lead',
  });
  insert('comments', {
    ...by,
    id: `say ${assessment}`,
    criterion: 'G1',
    text: 'Which year?',
    mentions: '[]',
    created_by: 'lead',
  });
  insert('extensions', {
    ...by,
    id: `later ${assessment}`,
    round_id: 'round2',
    closes_at: '2027-03-25T12:00:00.000Z',
    reason: '',
    created_by: 'administrator',
  });
  insert('actions', {
    ...by,
    id: `action ${assessment}`,
    criteria: '[]',
    objective: 'Give every mentor two hours a month',
    reason: '',
    steps: '[]',
    owner: '',
    due_on: '2027-05-01',
    resources: '',
    success_measure: '',
    priority: 'medium',
    status: 'not-started',
    version: 1,
    updated_at: AT,
    updated_by: 'lead',
  });
}
