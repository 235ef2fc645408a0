// What the verbs read: an assessment file with positions, and the charter that it names.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type CharterFolder,
  readCharterFolder,
} from '#app/adapters/charter-files/charter-files.ts';
import { loadCharterLibrary, versionFolder } from '#app/adapters/charter-files/charter-library.ts';
import { heldYears } from '#app/domain/award/held-years.ts';
import type { Translation } from '#app/adapters/charter-files/translations.ts';
import { inLanguage } from '#app/domain/charter/translation/language-tag.ts';
import { inWordsFor } from '#app/domain/charter/in-words-for.ts';
import { misfits, withTickedRatings } from '#app/domain/charter/file-misfits.ts';
import { assessmentOf, type Assessment } from '#app/domain/formats/assessment-file.ts';
import { type Charter, charterName } from '#app/domain/charter/charter.ts';
import { didYouMean } from '#app/domain/charter/finding.ts';
import { assessmentText } from './assessment-text.ts';
import { CommandFailure, EXIT } from './output.ts';
import { terminal } from './terminal.ts';

const LIBRARY = path.resolve(import.meta.dirname, '../../charter-criteria');
const MOST_BYTES = 20_000_000;

/** What the options say of the charter, and of the language that it is to be read in; none = its own. */
type Asked = {
  readonly charter?: string | undefined;
  readonly language?: string | undefined;
};

/** The charter in a folder, in every language that it has; a failure lists every mistake as file:line:column. */
async function versionIn(folder: string): Promise<Version> {
  const read = await readCharterFolder(folder).catch((error: unknown) => {
    throw unreadable(folder, error);
  });
  const { charter, translations, mistakes } = read;
  if (charter !== null) return { charter, translations };
  const lines = mistakes.map(
    (m) => `${path.join(folder, m.file)}:${m.line}:${m.column}: ${m.code} ${m.message}`,
  );
  throw new CommandFailure(EXIT.findings, lines.join('\n'));
}

type Version = Pick<CharterFolder, 'translations'> & { readonly charter: Charter };

/** The charter in a folder, or the one of the library with the name id@version, in every language that it has. */
export async function versionAt(folderOrName: string): Promise<Version> {
  if (!/^[A-Za-z][A-Za-z0-9-]*@[0-9.]+$/.test(folderOrName)) return versionIn(folderOrName);
  // Only this one: reading every version takes longer than most verbs do.
  const folder = await versionFolder(LIBRARY, folderOrName);
  if (folder !== null) return versionIn(path.join(LIBRARY, folder));
  const { versions, refused } = await loadCharterLibrary(LIBRARY);
  const missing = refused.find((one) => one.folder.replace('/', '@') === folderOrName);
  if (missing) return versionIn(path.join(LIBRARY, missing.folder));
  const known = [...versions.keys()];
  throw new CommandFailure(
    EXIT.findings,
    `there is no charter ${folderOrName}.${didYouMean(folderOrName, known)} Known: ${known.join(', ')}. Use --charter PATH for one from elsewhere.`,
  );
}

/** The same charter in one language; none = its own. */
export async function charterAt(folderOrName: string, language?: string): Promise<Charter> {
  const version = await versionAt(folderOrName);
  return language === undefined ? version.charter : translationIn(version, language).charter;
}

/** What a version has in the language that a tag asks for; a failure names those that it has. */
export function translationIn({ charter, translations }: Version, language: string): Translation {
  const found = inLanguage(translations, language);
  if (found !== undefined) return found;
  const known = [...translations.keys()].join(', ');
  throw new CommandFailure(
    EXIT.findings,
    `${charterName(charter)} has no translation ${language}. It has: ${known === '' ? 'none' : known}.`,
  );
}

/** An assessment and its charter; `-` reads standard input. Every mistake is told at once. */
export async function readAssessment(
  file: string,
  { charter: charterFolder, language }: Asked,
): Promise<{ readonly charter: Charter; readonly assessment: Assessment }> {
  const { data, place } = assessmentText(file, await readBytes(file));
  const charter = await charterAt(charterFolder ?? data.charter, language);
  if (charterName(charter) !== data.charter) {
    throw new CommandFailure(
      EXIT.findings,
      `${place(['charter'])}: this assessment is bound to ${data.charter}, and the charter given is ${charterName(charter)}`,
    );
  }
  const wrong = misfits(data, charter);
  if (wrong.length > 0) {
    throw new CommandFailure(
      EXIT.findings,
      wrong.map((m) => `${place(m.path)}: ${m.message}`).join('\n'),
    );
  }
  return { charter, assessment: assessmentOf(withTickedRatings(data, charter)) };
}

/**
 * The same for what is scored or rendered on a day: the charter in the words for the facts, and the years of awards
 * from the fact heldSince, where the file does not say them.
 */
export async function readScored(
  file: string,
  { date, ...wanted }: Asked & { readonly date: string },
): Promise<{ readonly charter: Charter; readonly assessment: Assessment }> {
  const { charter, assessment } = await readAssessment(file, wanted);
  const facts = assessment.answerSet.facts ?? new Map();
  const held = heldYears({ levels: charter.levels, awards: [], facts, today: date });
  const answerSet = { held, ...assessment.answerSet };
  return { charter: inWordsFor(charter, facts), assessment: { ...assessment, answerSet } };
}

/** The bytes of a file, or of standard input where it is `-`. */
export async function readBytes(file: string): Promise<Uint8Array> {
  const bytes =
    file === '-'
      ? await readStandardInput()
      : await readFile(file).catch((error: unknown) => {
          throw unreadable(file, error);
        });
  if (bytes.byteLength > MOST_BYTES) {
    throw new CommandFailure(
      EXIT.findings,
      `${file} has ${bytes.byteLength} bytes; at most ${MOST_BYTES} are read`,
    );
  }
  return bytes;
}

async function readStandardInput(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of terminal().input) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function unreadable(file: string, error: unknown): CommandFailure {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return new CommandFailure(EXIT.io, `cannot read ${file} (${reason})`);
}
