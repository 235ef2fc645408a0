// `admin import`: an archive from another installation becomes an assessment of a department here.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Archive, openArchive } from '#app/adapters/archive/archive-read.ts';
import { readConfig } from '#app/config.ts';
import { misfits, withTickedRatings } from '#app/domain/charter/file-misfits.ts';
import {
  type ArchivedEvidence,
  readArchivedEvidence,
} from '#app/domain/formats/archive-manifest.ts';
import { assessmentOf } from '#app/domain/formats/assessment-file.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { actorByEmail } from '#app/queries/people/memberships.ts';
import { openServices, type Services } from '#app/services.server.ts';
import { type FillCommand, fillAssessment } from '#app/use-cases/submission/fill-assessment.ts';
import { canonicalEmail } from '#app/use-cases/accounts/sign-in.ts';
import { startAssessment } from '#app/use-cases/assessment/start-assessment.ts';
import { assessmentText } from './assessment-text.ts';
import { type Options, usage } from './options.ts';
import { CommandFailure, EXIT, tell } from './output.ts';
import { terminal } from './terminal.ts';
import { kindWords } from '#words/evidence/kind-words.ts';
import { problemText } from '#words/problem-text.ts';
import { stepProblemText } from '#words/step-problem.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Reads the archive, checks all of it, then enters everything as the person of --email. */
export async function importArchive(_: readonly string[], options: Options): Promise<number> {
  const { from, department, email } = options;
  if (!from) throw usage('admin import needs --from ARCHIVE.zip');
  if (!department) throw usage('admin import needs --department ID');
  if (!email?.includes('@')) throw usage('admin import needs --email of the assessment lead');
  if (!existsSync(from)) throw new CommandFailure(EXIT.io, `cannot read ${from}`);
  const archive = await openArchive(from).catch((error: unknown) => {
    throw new CommandFailure(EXIT.findings, error instanceof Error ? error.message : String(error));
  });
  const services = await openServices(readConfig(terminal().env, ROOT), ROOT, { log: () => {} });
  try {
    const lead = await personAt(services, email);
    const id = await enter(services, { archive, lead, department });
    tell(`imported as ${id}`);
    return EXIT.ok;
  } finally {
    await archive.close();
    services.close();
  }
}

async function personAt(services: Services, email: string): Promise<Actor> {
  const person = await actorByEmail(services, canonicalEmail(email));
  if (person !== null) return person;
  throw new CommandFailure(EXIT.findings, `There is no account for ${email}.`);
}

type Given = { readonly archive: Archive; readonly lead: Actor; readonly department: string };

async function enter(services: Services, { archive, lead, department }: Given): Promise<string> {
  const { data, place: placeIn } = assessmentText(
    'assessment.json',
    await archive.bytes('assessment.json'),
  );
  const charter = charterOf(services, data.charter);
  const wrong = misfits(data, charter).map(({ path: at, message }) => `${placeIn(at)}: ${message}`);
  if (wrong.length > 0) throw new CommandFailure(EXIT.findings, wrong.join('\n'));
  const { evidence, gaps } = await listedEvidence(archive);
  const started = await startAssessment(services, lead, {
    department,
    charter: data.charter,
    targetLevel: data.targetLevel ?? charter.levels[0]?.id ?? '',
    // Whoever imports at the command line means another one.
    beside: true,
  });
  if (!started.ok) throw new CommandFailure(EXIT.refused, stepProblemText(started.problem));
  const { id: assessmentId } = started.value;
  const filled = await fillAssessment(services, {
    assessmentId,
    lead,
    content: assessmentOf(withTickedRatings(data, charter)),
    writers: new Map(),
    stored: (item, place) =>
      item.file === null
        ? Promise.resolve(null)
        : storedFile(services, { archive, evidence, gaps, place }),
  });
  if (filled.ok) return assessmentId;
  const { what, because } = filled.problem;
  throw new CommandFailure(
    EXIT.refused,
    `stopped at ${what}: ${because}; the rest is in ${assessmentId}`,
  );
}

/** The items with their files, each of which was read and checked once before anything is entered. */
async function listedEvidence(archive: Archive) {
  const text = String(await archive.bytes('evidence.json'));
  const listed = readArchivedEvidence(text, archive.manifest.format);
  if (!listed.ok) throw new CommandFailure(EXIT.findings, 'evidence.json: it is damaged');
  const evidence = listed.value;
  const gaps = new Set((archive.manifest.gaps ?? []).map(({ path: name }) => name));
  const paths = evidence.flatMap(({ file: held }) => held?.path ?? []);
  for (const one of paths) if (!gaps.has(one)) await archive.bytes(one);
  for (const { criterion, title, file } of evidence) {
    if (file === null || (file.path !== null && !gaps.has(file.path))) continue;
    tell(`${criterion}, ${title}: left out, the archive does not hold ${file.name}`);
  }
  return { evidence, gaps };
}

function charterOf({ library }: Services, name: string): Charter {
  const version = library.versions.get(name);
  if (version?.published) return version.charter;
  throw new CommandFailure(EXIT.findings, `${name} is not published here; add its folder first`);
}

type Wanted = {
  readonly archive: Archive;
  readonly evidence: ArchivedEvidence;
  /** Paths of files that could not be read when the archive was made. */
  readonly gaps: ReadonlySet<string>;
  readonly place: { readonly criterion: string; readonly index: number };
};

async function storedFile(
  { files, judgeFile }: Services,
  wanted: Wanted,
): ReturnType<FillCommand['stored']> {
  const { criterion, index } = wanted.place;
  const items = wanted.evidence.filter((item) => item.criterion === criterion);
  const held = items[index]?.file ?? null;
  if (held === null) throw new CommandFailure(EXIT.findings, `${criterion}: a file is missing`);
  if (held.path === null || wanted.gaps.has(held.path)) return 'left-out';
  const bytes = await wanted.archive.bytes(held.path);
  const received = await files.receive(once(bytes), (source) => judgeFile(source, held.name));
  if (!received.ok) {
    const { problem } = received;
    const words =
      problem.code === 'kind-not-accepted' ? kindWords(problem.reason) : problemText(problem);
    throw new CommandFailure(EXIT.findings, `${held.name}: ${words}`);
  }
  const { id, size, sha256, found } = received.value;
  return { id, name: held.name, mediaType: found.mediaType, size, sha256 };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
