// What was decided once, decided for other departments too: the rows again, with the events of the trail that vouch
// for them.
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';

type Row = Record<string, string | number | null>;

/** The first decision again for so many departments of its organisation, each named 'Secret department' and a number. */
export async function decidedAgain(
  { engine }: Pick<Services, 'engine'>,
  times: number,
  from = 1,
): Promise<void> {
  const { connection } = engine;
  const row = (table: string, id: Row[string] | undefined) =>
    connection.prepare(`select * from ${table} where id = ?`).get(id) as Row;
  const insert = (table: string, given: Row) => {
    const names = Object.keys(given);
    const values = names.map((name) => `@${name}`).join(', ');
    connection.prepare(`insert into ${table} (${names.join(', ')}) values (${values})`).run(given);
  };
  const decision = connection.prepare('select * from decisions order by id').get() as Row;
  const submission = row('submissions', decision['submission_id']);
  const signature = row('signatures', submission['signature_id']);
  const assessment = row('assessments', decision['assessment_id']);
  const department = row('departments', assessment['department_id']);
  for (let time = from; time < from + times; time += 1) {
    const id = `again-${time}`;
    insert('departments', { ...department, id, name: `Secret department ${time}` });
    insert('assessments', { ...assessment, id, department_id: id });
    insert('signatures', { ...signature, id, assessment_id: id });
    const number = 1000 + time;
    insert('submissions', { ...submission, id, assessment_id: id, signature_id: id, number });
    insert('decisions', { ...decision, id, assessment_id: id, submission_id: id });
    const event = { actor: null, organisation: null, subject: id };
    await engine.commit([
      audit({
        ...event,
        at: String(submission['submitted_at']),
        event: 'assessment-submitted',
        details: { submission: id, sha256: String(submission['sha256']) },
      }),
      audit({
        ...event,
        at: String(decision['decided_at']),
        event: 'decision-recorded',
        details: { decision: id, sha256: String(decision['sha256']) },
      }),
    ]);
  }
}
