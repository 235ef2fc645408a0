// Letters to a department about its award: that something has happened, and where to read it.
import { addressOf } from '#app/addresses.ts';
import { KEEPING_ROLES } from '#app/domain/policy/actor.ts';
import { letterOf } from '#app/domain/letters/letter.ts';
import type { Services } from '#app/services.server.ts';
import type { AwardRow } from '#db/repositories/award/award-rows.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import type { Write } from '#db/store.ts';

const TEXT = {
  published: {
    subject: 'is in the register',
    sentence: 'Everyone can find it now, and read its report and its action plan.',
  },
  withdrawn: {
    subject: 'has been withdrawn',
    sentence: 'Its page says so, with the reason.',
  },
} as const;

/** One letter to each lead and sponsor of the department. */
export async function awardLetters(
  { engine, config, newId }: Pick<Services, 'engine' | 'config' | 'newId'>,
  award: AwardRow,
  { what, at }: { readonly what: keyof typeof TEXT; readonly at: string },
): Promise<readonly Write[]> {
  const people = await listPeopleOf(engine.db, {
    organisation: award.organisationId,
    department: award.departmentId,
    roles: KEEPING_ROLES,
  });
  const { subject, sentence } = TEXT[what];
  return people.map(({ id, email }) =>
    queueLetter(
      newId(),
      letterOf({
        key: `award ${what} ${award.id} ${id}`,
        recipient: email,
        subject: `The award of ${award.department} ${subject}`,
        paragraphs: [`The award of ${award.department} ${subject}. ${sentence}`],
        link: {
          url: `${config.origin}${addressOf('/awards/:award', { award: award.number })}`,
          text: 'Read the award',
        },
      }),
      at,
    ),
  );
}
