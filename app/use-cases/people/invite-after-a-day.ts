// Invites the leads for whom the awarding body asked a day ago, where nobody has objected (step-in.ts).
import { ORGANISATION_PEOPLE } from '#words/people/people-pages.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { applyChange, listDueChanges, wasTold } from '#db/repositories/people/role-changes.ts';
import { Conflict, type Write } from '#db/store.ts';
import { invitationWrites } from './invite-person.ts';
import { ROLE } from './step-in.ts';

type Given = Pick<Services, 'engine' | 'clock' | 'newId' | 'config' | 'log'>;
type Due = Awaited<ReturnType<typeof listDueChanges>>[number];

/**
 * How many were invited. Where mail goes out, only once somebody has had the letter: a mail server that was
 * down all day has told nobody.
 */
export async function inviteAfterADay(services: Given): Promise<{ readonly invited: number }> {
  const { engine, clock, config, log } = services;
  const at = clock().toISOString();
  let invited = 0;
  for (const due of await listDueChanges(engine.db, at)) {
    if (config.smtpUrl !== null && !(await wasTold(engine.db, due.change.id))) continue;
    try {
      await engine.commit(writesFor(services, due, at));
      invited += 1;
    } catch (error) {
      // Named recovery: somebody objected at this moment, or the address has an invitation already.
      if (!(error instanceof Conflict)) throw error;
      log('role-change-waits', { change: due.change.id });
    }
  }
  return { invited };
}

function writesFor(services: Given, due: Due, at: string): readonly Write[] {
  const { change, organisation, department, askedBy } = due;
  const { writes } = invitationWrites(
    services,
    { id: change.askedBy, name: askedBy ?? ORGANISATION_PEOPLE.awardingBody },
    {
      email: change.email,
      membership: {
        role: ROLE,
        organisation: change.organisationId,
        department: change.departmentId,
      },
      placeName: [department, organisation].filter(Boolean).join(', '),
    },
  );
  return [
    applyChange(change.id, at),
    ...writes,
    audit({
      at,
      actor: change.askedBy,
      event: 'role-change-done',
      organisation: change.organisationId,
      subject: change.id,
    }),
  ];
}
