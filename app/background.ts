// What runs beside the pages: letters go out, files are scanned, reminders are written before a round closes, before
// ratings are due and after an award, invitations that wait a day go out, who had a page open is forgotten, and the
// heads of the trail are noted. Nothing of it can fail a page; what goes wrong is logged and tried again.
import type { Services } from '#app/services.server.ts';
import { forgetOldDrafts } from '#app/use-cases/assessment/keep-form-draft.ts';
import { forgetOldTries } from '#app/use-cases/administration/forget-tries.ts';
import { noteHeads } from '#app/use-cases/administration/note-heads.ts';
import { forgetPresences } from '#app/use-cases/assessment/note-presence.ts';
import { queueAwardReminders } from '#app/use-cases/letters/queue-award-reminders.ts';
import { queueReminders } from '#app/use-cases/letters/queue-reminders.ts';
import { waitingOf } from '#app/queries/home/home.ts';
import { queueReviewReminders } from '#app/use-cases/letters/queue-review-reminders.ts';
import { queueWeeklyLetters } from '#app/use-cases/letters/queue-weekly-letters.ts';
import { applyFactorResets } from '#app/use-cases/accounts/reset-factor.ts';
import { fileScans } from '#app/use-cases/evidence/scan-files.ts';
import { sendLetters } from '#app/use-cases/letters/send-letters.ts';
import { inviteAfterADay } from '#app/use-cases/people/invite-after-a-day.ts';
import { logMixedRoles } from '#app/use-cases/people/log-mixed-roles.ts';

const SEND_EVERY = 30_000;
/** Somebody may be waiting for the file that they have just sent. */
const SCAN_EVERY = 3_000;
const FORGET_EVERY = 60_000;
const HEADS_EVERY = 60_000;
const REMIND_EVERY = 60 * 60_000;
const WEEKLY_EVERY = 20 * 60_000;

/** Starts what runs beside the pages; the function that comes back stops it, and waits for what is under way. */
export function startBackground(services: Services): () => Promise<void> {
  if (services.sendMail === null) {
    services.log('mail-off', {
      reason:
        'SMTP_URL is not set, so letters stay in the outbox. Nobody can be invited or sent a link to choose a password on the pages: charter admin create and charter admin reset-link are the only way',
    });
  }
  void logMixedRoles(services).catch((error: unknown) => {
    services.log('mixed-roles-failed', { error: String(error) });
  });
  const stops = [
    repeated(services, { name: 'reminders', every: REMIND_EVERY, run: queueReminders }),
    repeated(services, {
      name: 'award-reminders',
      every: REMIND_EVERY,
      run: queueAwardReminders,
    }),
    repeated(services, {
      name: 'review-reminders',
      every: REMIND_EVERY,
      run: queueReviewReminders,
    }),
    repeated(services, {
      name: 'weekly-letters',
      every: WEEKLY_EVERY,
      waits: true,
      run: (given) => queueWeeklyLetters(given, waitingOf),
    }),
    repeated(services, { name: 'tries', every: REMIND_EVERY, run: forgetOldTries }),
    repeated(services, { name: 'drafts', every: REMIND_EVERY, run: forgetOldDrafts }),
    repeated(services, { name: 'factor-resets', every: FORGET_EVERY, run: applyFactorResets }),
    repeated(services, { name: 'presences', every: FORGET_EVERY, run: forgetPresences }),
    ...(services.scanFile === null
      ? []
      : [repeated(services, { name: 'scans', every: SCAN_EVERY, run: fileScans() })]),
    repeated(services, { name: 'role-changes', every: FORGET_EVERY, run: inviteAfterADay }),
    repeated(services, { name: 'audit-heads', every: HEADS_EVERY, run: noteHeads }),
    repeated(services, { name: 'letters', every: SEND_EVERY, run: sendLetters }),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

type Task = {
  readonly name: string;
  readonly every: number;
  /** Not at once: it is much work, and a start has enough. */
  readonly waits?: true;
  readonly run: (services: Services, stop: AbortSignal) => Promise<object>;
};

/** Runs at once, or after its time, and then again and again, never twice at the same time. */
function repeated(services: Services, { name, every, waits, run }: Task): () => Promise<void> {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay = waits === true ? next() : turn();
  async function turn(): Promise<void> {
    try {
      await run(services, stop.signal);
    } catch (error) {
      // Named recovery: the next turn tries again.
      services.log(`${name}-failed`, { error: String(error) });
    }
    await next();
  }
  async function next(): Promise<void> {
    if (stop.signal.aborted) return;
    timer = setTimeout(() => {
      underWay = turn();
    }, every);
    timer.unref();
  }
  return () => {
    stop.abort();
    clearTimeout(timer);
    return underWay;
  };
}
