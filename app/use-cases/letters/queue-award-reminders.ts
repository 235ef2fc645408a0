// Writes the reminders that follow an award: of the yearly report on the plan, to the assessment leads, and
// of the end of the award, to them and the executive sponsor. Each once for each person and rule; whoever
// has switched reminders off gets none.
import { addressOf } from '#app/addresses.ts';
import { KEEPING_ROLES } from '#app/domain/policy/actor.ts';
import { lastDay } from '#app/domain/award/award.ts';
import { expiryRule, reportRule } from '#app/domain/letters/award-reminder.ts';
import { reportYears } from '#app/domain/award/plan-report.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { letterOf, type LetterWords } from '#words/letters/letter.ts';
import type { Role } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import type { AwardRow } from '#db/repositories/award/award-rows.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { holdersAt, listHolders } from '#db/repositories/people/roles.ts';
import {
  listSentYears,
  listStandingAwards,
  reportKey,
} from '#db/repositories/award/plan-reports.ts';
import type { Write } from '#db/store.ts';
import { awardEndReminder, reportReminder } from '#words/letters/reminder-letters.ts';
import { inBatches } from './in-batches.ts';
import { reminderSwitch } from './switch-reminders.ts';
import { whoIsLeft } from './who-is-left.ts';

type Given = Pick<Services, 'engine' | 'clock' | 'config' | 'newId'>;

/** How many letters were written. */
export async function queueAwardReminders(services: Given): Promise<{ written: number }> {
  const { engine, clock } = services;
  const today = londonDay(clock().toISOString());
  const awards = await listStandingAwards(engine.db);
  const sent = new Set((await listSentYears(engine.db)).map(reportKey));
  const renewed = new Set(awards.map(({ renews }) => renews));
  const written = await inBatches(awards, (some) =>
    remindOf(
      services,
      some
        .filter((award) => today <= lastDay(award))
        .flatMap((award) =>
          [
            ...reportsDue(award, { sent, today }),
            ...(renewed.has(award.id) ? [] : expiryDue(award, today)),
          ].map((matter) => ({ award, matter })),
        ),
    ),
  );
  return { written };
}

/** One thing to be reminded of: whom, under which key, in which words. */
type Matter = {
  readonly key: string;
  readonly roles: readonly Role[];
  readonly path: string;
  /** With the address of that path. */
  readonly words: (url: string) => LetterWords;
};

type Reports = { readonly sent: ReadonlySet<string>; readonly today: string };

function reportsDue(award: AwardRow, { sent, today }: Reports): readonly Matter[] {
  return reportYears(award).flatMap(({ year, dueOn }): readonly Matter[] => {
    const rule = reportRule(dueOn, today);
    if (rule === null || sent.has(reportKey({ awardId: award.id, year }))) return [];
    return [
      {
        key: `plan-report ${award.id} ${year} ${rule}`,
        roles: ['assessment-lead'],
        path: addressOf('/assessments/:id/progress/:year', {
          id: award.assessmentId,
          year: String(year),
        }),
        words: (url) => reportReminder({ rule, department: award.department, year, dueOn, url }),
      },
    ];
  });
}

function expiryDue(award: AwardRow, today: string): readonly Matter[] {
  const { department, number } = award;
  const end = lastDay(award);
  const months = expiryRule(end, today);
  if (months === null) return [];
  return [
    {
      key: `award-ends ${award.id} ${end} ${months}`,
      roles: KEEPING_ROLES,
      path: addressOf('/assessments/:id/progress', { id: award.assessmentId }),
      words: (url) => awardEndReminder({ department, number, end, url }),
    },
  ];
}

type Due = { readonly award: AwardRow; readonly matter: Matter };

async function remindOf(services: Given, all: readonly Due[]): Promise<number> {
  let written = 0;
  for (const { due, people } of await peopleLeft(services, all)) {
    if (people.length > 0) await services.engine.commit(lettersOf(services, due, people));
    written += people.length;
  }
  return written;
}

type Person = { readonly id: string; readonly email: string };

function lettersOf(
  services: Given,
  { award, matter }: Due,
  people: readonly Person[],
): readonly Write[] {
  const { clock, newId, config } = services;
  const at = clock().toISOString();
  const words = matter.words(`${config.origin}${matter.path}`);
  return [
    ...people.map(({ id, email }) =>
      queueLetter(
        newId(),
        letterOf({
          key: `${matter.key} ${id}`,
          recipient: email,
          ...words,
          ...reminderSwitch(services, id),
        }),
        at,
      ),
    ),
    audit({
      at,
      actor: null,
      event: 'reminders-written',
      organisation: award.organisationId,
      subject: award.assessmentId,
      details: { matter: matter.key, letters: people.length },
    }),
  ];
}

/** Who has not had which letter yet, nor switched such letters off; asked for all of them at once. */
async function peopleLeft({ engine: { db } }: Given, all: readonly Due[]) {
  if (all.length === 0) return [];
  const holders = await listHolders(db, {
    organisations: all.map(({ award }) => award.organisationId),
    roles: KEEPING_ROLES,
  });
  const meant = all.map((due) => {
    const { organisationId: organisation, departmentId: department } = due.award;
    const { key, roles } = due.matter;
    const people = holdersAt(holders, { organisation, department, roles });
    return { due, people: people.map((person) => ({ ...person, key: `${key} ${person.id}` })) };
  });
  return whoIsLeft(db, meant);
}
