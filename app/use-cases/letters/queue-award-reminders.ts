// Writes the reminders that follow an award: of the yearly report on the plan, to the assessment leads, and
// of the end of the award, to them and the executive sponsor. Each once for each person and rule; whoever
// has switched reminders off gets none.
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
import { listUsedKeys } from '#db/repositories/letters/letters-to-send.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import { listSentYears, listStandingAwards } from '#db/repositories/award/plan-reports.ts';
import { listStopped } from '#db/repositories/letters/reminder-stops.ts';
import { awardEndReminder, reportReminder } from '#words/letters/reminder-letters.ts';
import { reminderSwitch } from './switch-reminders.ts';

type Given = Pick<Services, 'engine' | 'clock' | 'config' | 'newId'>;

/** How many letters were written. */
export async function queueAwardReminders(services: Given): Promise<{ written: number }> {
  const { engine, clock } = services;
  const today = londonDay(clock().toISOString());
  const awards = await listStandingAwards(engine.db);
  const sent = await listSentYears(engine.db);
  const renewed = new Set(awards.map(({ renews }) => renews));
  let written = 0;
  for (const award of awards.filter((one) => today <= lastDay(one))) {
    const due = [
      ...reportsDue(award, { sent, today }),
      ...(renewed.has(award.id) ? [] : expiryDue(award, today)),
    ];
    for (const matter of due) written += await remindOf(services, award, matter);
  }
  return { written };
}

/** One thing to be reminded of: whom, under which key, in which words. */
type Matter = {
  readonly key: string;
  readonly roles: readonly Role[];
  /** With this address of the assessment. */
  readonly words: (page: string) => LetterWords;
};

type Reports = { readonly sent: ReadonlySet<string>; readonly today: string };

function reportsDue(award: AwardRow, { sent, today }: Reports): readonly Matter[] {
  const { id, department } = award;
  return reportYears(award).flatMap(({ year, dueOn }): readonly Matter[] => {
    const rule = reportRule(dueOn, today);
    if (rule === null || sent.has(`${id} ${year}`)) return [];
    return [
      {
        key: `plan-report ${id} ${year} ${rule}`,
        roles: ['assessment-lead'],
        words: (page) =>
          reportReminder({ rule, department, year, dueOn, url: `${page}/progress/${year}` }),
      },
    ];
  });
}

function expiryDue(award: AwardRow, today: string): readonly Matter[] {
  const { id, department, number } = award;
  const end = lastDay(award);
  const months = expiryRule(end, today);
  if (months === null) return [];
  return [
    {
      key: `award-ends ${id} ${end} ${months}`,
      roles: KEEPING_ROLES,
      words: (page) => awardEndReminder({ department, number, end, url: `${page}/progress` }),
    },
  ];
}

async function remindOf(services: Given, award: AwardRow, matter: Matter): Promise<number> {
  const { engine, clock, newId, config } = services;
  const people = await peopleLeft(services, award, matter);
  if (people.length === 0) return 0;
  const at = clock().toISOString();
  const words = matter.words(`${config.origin}/assessments/${award.assessmentId}`);
  await engine.commit([
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
  ]);
  return people.length;
}

async function peopleLeft({ engine }: Given, award: AwardRow, { key, roles }: Matter) {
  const place = { organisation: award.organisationId, department: award.departmentId };
  const people = await listPeopleOf(engine.db, { ...place, roles });
  const ids = people.map(({ id }) => id);
  const used = await listUsedKeys(
    engine.db,
    ids.map((id) => `${key} ${id}`),
  );
  const stopped = await listStopped(engine.db, ids);
  return people.filter(({ id }) => !used.has(`${key} ${id}`) && !stopped.has(id));
}
