// Letters to a department about its award: that something has happened, and where to read it.
import { addressOf } from '#app/addresses.ts';
import { KEEPING_ROLES } from '#app/domain/policy/actor.ts';
import { letterOf } from '#words/letters/letter.ts';
import type { Services } from '#app/services.server.ts';
import type { AwardRow } from '#db/repositories/award/award-rows.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import type { Write } from '#db/store.ts';
import { type AwardNews, awardWords } from '#words/award/award-letters.ts';

/** One letter to each lead and sponsor of the department. */
export async function awardLetters(
  { engine, config, newId }: Pick<Services, 'engine' | 'config' | 'newId'>,
  award: AwardRow,
  { what, at }: { readonly what: AwardNews; readonly at: string },
): Promise<readonly Write[]> {
  const people = await listPeopleOf(engine.db, {
    organisation: award.organisationId,
    department: award.departmentId,
    roles: KEEPING_ROLES,
  });
  return people.map(({ id, email }) =>
    queueLetter(
      newId(),
      letterOf({
        key: `award ${what} ${award.id} ${id}`,
        recipient: email,
        ...awardWords(what, {
          department: award.department,
          url: `${config.origin}${addressOf('/awards/:award', { award: award.number })}`,
        }),
      }),
      at,
    ),
  );
}
