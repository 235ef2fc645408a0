// What the last submissions of departments came to, without the rest of their content.
import { sql } from 'drizzle-orm';
import type { Db } from '#db/store.ts';

/** Points and what they are out of, the level, and the charter: id@version. */
type Results = readonly [number | null, number | null, string | null, string | null];

/**
 * The two newest submissions that hold of each department of an organisation and each charter, whatever its version,
 * newest first, each with the decision on it that holds.
 */
export async function listSubmittedResults(db: Db, organisationId: string) {
  const rows = await db.all<{
    id: string;
    assessmentId: string;
    departmentId: string;
    number: number;
    submittedAt: string;
    results: string | null;
    outcome: string | null;
    level: string | null;
  }>(sql`
    select ranked.id, ranked.assessmentId, ranked.departmentId, s.number, s.submitted_at as submittedAt,
      case when json_valid(s.snapshot) then json_extract(s.snapshot, '$.results.overall.points',
        '$.results.overall.available', '$.results.level', '$.charter.name') end as results,
      d.outcome, d.level
    from (
      select s.id, a.id as assessmentId, a.department_id as departmentId, row_number() over (
        partition by a.department_id, substr(a.charter, 1, instr(a.charter, '@'))
        order by s.number desc) as nth
      from submissions as s inner join assessments as a on a.id = s.assessment_id
      where a.organisation_id = ${organisationId} and s.withdrawn_at is null
        and a.department_id is not null and a.discarded_at is null
    ) as ranked
    inner join submissions as s on s.id = ranked.id
    left join decisions as d on d.submission_id = s.id
      and not exists (select 1 from decisions as later where later.supersedes = d.id)
    where ranked.nth <= 2 order by s.number desc`);
  return rows.map(({ results, ...row }) => {
    const [points, available, ownLevel, charter] = readResults(results);
    return {
      ...row,
      /** null = it had no score. */
      overall:
        points === null || available === null || available === 0 ? null : { points, available },
      /** The level by the ratings of the department itself. */
      ownLevel,
      charter: charter ?? '',
    };
  });
}

export type SubmittedResults = Awaited<ReturnType<typeof listSubmittedResults>>[number];

/** Nothing, of a snapshot that cannot be read: the page of the submission says that. */
function readResults(text: string | null): Results {
  const parsed: unknown = text === null ? null : JSON.parse(text);
  const values: readonly unknown[] = Array.isArray(parsed) ? parsed : [];
  const [points, available, level, charter] = values;
  return [numberIn(points), numberIn(available), textIn(level), textIn(charter)];
}

function numberIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
