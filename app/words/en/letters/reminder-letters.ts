// Reminders of what has to be done by a day.
import type { ReportRule } from '#app/domain/letters/award-reminder.ts';
import type { WorkLeft } from '#app/domain/letters/round-reminder.ts';
import { longDate } from '#words/kit/day-words.ts';
import { clockTime, dayOf } from '#words/kit/time.ts';
import type { LetterWords } from './letter.ts';

type Closing = {
  readonly department: string;
  readonly round: string;
  readonly closesAt: string;
  readonly left: WorkLeft;
  readonly url: string;
};

export function roundReminder({ department, round, closesAt, left, url }: Closing): LetterWords {
  const { mine, whole } = left;
  const are = (number: number) => (number === 1 ? 'is' : 'are');
  return {
    subject: `The self-assessment of ${department}: submissions close on ${dayOf(closesAt)}`,
    paragraphs: [
      `Submissions to ${round} close on ${dayOf(closesAt)} at ${clockTime(closesAt)} (London time).`,
      ...(mine === null
        ? []
        : [
            `${mine.left} of the ${mine.of} criteria that you have been asked to write ${are(mine.left)} not ready yet.`,
          ]),
      ...(whole === null
        ? []
        : [
            `It has not been submitted yet. Of all its ${whole.of} criteria ${whole.left} ${are(whole.left)} not ready.`,
          ]),
    ],
    link: { url, text: 'Go to the task list' },
  };
}

const REPORT_SAYS: Readonly<Record<ReportRule, (by: string) => string>> = {
  soon: (by) => `is due by ${by}`,
  due: (by) => `is due today, ${by}`,
  late: (by) => `was due by ${by} and has not been sent`,
};

type Report = {
  readonly rule: ReportRule;
  readonly department: string;
  readonly year: number;
  readonly dueOn: string;
  readonly url: string;
};

export function reportReminder({ rule, department, year, dueOn, url }: Report): LetterWords {
  const says = REPORT_SAYS[rule](longDate(dueOn));
  return {
    subject: `The report on the plan of ${department} ${says}`,
    paragraphs: [
      `The report on year ${year} of the action plan of ${department} ${says}.`,
      'It says of every action of the plan where it stands.',
    ],
    link: { url, text: 'Write the report' },
  };
}

type Ending = {
  readonly department: string;
  readonly number: string;
  readonly end: string;
  readonly url: string;
};

export function awardEndReminder({ department, number, end, url }: Ending): LetterWords {
  return {
    subject: `The award of ${department} ends on ${longDate(end)}`,
    paragraphs: [
      `The award ${number} of ${department} is valid until ${longDate(end)}.`,
      'A renewal is a new assessment, to which the plan of this one comes along. The assessment lead starts it.',
    ],
    link: { url, text: 'See the award and its renewal' },
  };
}
