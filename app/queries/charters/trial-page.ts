// A charter on trial, as its administrator sees it: what is wrong with it, how it looks, what it changes, and how
// decided submissions would stand, as counts that tell of nobody. Nothing of it is kept.
import { type Charter, charterTitle } from '#app/domain/charter/charter.ts';
import { isNewer, latestOfEach } from '#app/domain/charter/newer.ts';
import { ownName } from '#app/domain/charter/translation/language-tag.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { ok, refused } from '#app/domain/problem.ts';
import { decidedUnder } from '#app/doors/decided-answers.ts';
import type { Services } from '#app/services.server.ts';
import { levelsText, needText } from '#words/charters/trial-words.ts';
import { workProblemText } from '#words/kit/general.ts';
import { levelText } from '#words/kit/wording.ts';
import { charterText } from './charter-page.ts';
import { comparison } from './charters-page.ts';

type Given = Pick<Services, 'engine' | 'library' | 'trials' | 'trailSeal' | 'log'>;
type Read = Extract<Awaited<ReturnType<Services['trials']['read']>>, { ok: true }>['value'];

/** More than anyone puts right at once. */
const MOST_SHOWN = 200;

/** Whether this person may try a charter; asked before the file is read. */
export function mayTry(actor: Actor): boolean {
  return mayAdminister(actor, 'try-charters');
}

/** The trial of the charter in a zip, or why it was not looked at. */
export async function trialPage(services: Given, actor: Actor, zip: Uint8Array) {
  if (!mayTry(actor)) return refused({ code: 'not-found' } as const);
  const read = await services.trials.read(zip, actor.id);
  return read.ok ? ok(await pageOf(services, actor, read.value)) : read;
}

export type TrialPage = Awaited<ReturnType<typeof pageOf>>;

async function pageOf(services: Given, actor: Actor, read: Read) {
  const { charter, mistakes, remarks, translations } = read;
  return {
    mistakes: shown(mistakes),
    remarks: shown(remarks),
    languages: [...translations].map(([tag, { all, missing }]) => ({
      name: ownName(tag),
      all,
      there: all - missing.length,
    })),
    sound: charter === null ? null : await soundPart(services, actor, charter),
  };
}

function shown(findings: Read['mistakes']) {
  return { all: findings.length, first: findings.slice(0, MOST_SHOWN) };
}

async function soundPart(services: Given, actor: Actor, charter: Charter) {
  const versions = [...services.library.versions.values()].map((version) => version.charter);
  const same = versions.filter(({ id }) => id === charter.id);
  const older = same.filter((one) => isNewer(one, charter));
  const newest = latestOfEach(older.length === 0 ? same : older)[0];
  return {
    id: charter.id,
    title: charterTitle(charter),
    content: charterText(charter),
    compared: newest === undefined ? null : comparison(newest, charter),
    scores: await scoresOf(services, actor, charter),
  };
}

export type TrialCounts = Awaited<ReturnType<typeof scoresOf>>;

async function scoresOf(services: Given, actor: Actor, trial: Charter) {
  const decided = await decidedUnder(services, trial.id);
  const scored = await services.trials.score({ trial, ...decided }, actor.id);
  if (!scored.ok) return { kind: 'not-counted' as const, why: workProblemText(scored.problem) };
  const scores = scored.value;
  if (scores.kind === 'too-few') return scores;
  const row = ({ of, count }: (typeof scores.now)[number]) => ({ text: levelsText(of), count });
  return {
    kind: scores.kind,
    all: scores.all,
    before: scores.before.map(row),
    now: scores.now.map(row),
    decides: scores.decides.map(({ level, need, count }) => ({
      level: levelText(trial, level),
      text: needText(trial, need),
      count,
    })),
  };
}
