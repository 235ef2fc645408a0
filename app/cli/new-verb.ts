// The verb new: a charter to begin with, from answers that are given as options, in a file or at the terminal.
import path from 'node:path';
import { skeletonText, writeNewFolder } from '#app/adapters/charter-files/new-folder.ts';
import { readYaml } from '#app/adapters/charter-files/yaml-file.ts';
import {
  answerProblem,
  answersOf,
  QUESTIONS,
  type Question,
  usualAnswer,
  type Written,
} from '#app/domain/charter/authoring/questions.ts';
import { FIRST_VERSION, skeleton } from '#app/domain/charter/authoring/skeleton.ts';
import type { Finding } from '#app/domain/charter/finding.ts';
import { answerProblemText, ASKED, NEW_CHARTER } from '#words/charters/authoring-words.ts';
import { readBytes } from './input.ts';
import { type Options, usage } from './options.ts';
import { CommandFailure, EXIT, tell } from './output.ts';
import { linesAt, terminal } from './terminal.ts';

/** Writes the folder of a new charter version below --out. */
export async function newCharter(paths: readonly string[], options: Options): Promise<number> {
  if (paths.length > 0) throw usage('new takes its answers from options, a file or the terminal');
  const inFile = options.from === undefined ? {} : await answersIn(options.from);
  const given: Written = { ...inFile, ...options.answers };
  const asks = terminal().asks && options.from !== '-';
  const answers = answersOf(asks ? await askedFor(given) : given);
  if (!answers.ok) {
    const { question, problem } = answers.problem;
    throw usage(`--${question}: ${answerProblemText(problem)}`);
  }
  if (!asks) tellTaken(given);
  const files = skeleton(answers.value);
  const folder = path.join(options.out ?? '.', answers.value.id, FIRST_VERSION);
  const texts = new Map(files.map((file) => [file.name, skeletonText(file)]));
  const isNew = await writeNewFolder(folder, texts).catch(() => {
    throw new CommandFailure(EXIT.io, `cannot write ${folder}`);
  });
  if (!isNew) throw new CommandFailure(EXIT.refused, NEW_CHARTER.isThere(folder));
  tell(NEW_CHARTER.written(folder, files.length));
  tell(NEW_CHARTER.next(folder));
  return EXIT.ok;
}

/** Answers in a file of YAML, by the names of the questions. */
async function answersIn(file: string): Promise<Written> {
  const yaml = readYaml(file, await readBytes(file));
  const at = (key: string, on: Finding['on'], message: string) => {
    const { line, column } = yaml.locate({ file, path: [key], on, code: '', message });
    return `${file}:${line}:${column}: ${message}`;
  };
  const [first] = yaml.mistakes;
  if (first !== undefined) {
    throw new CommandFailure(
      EXIT.findings,
      `${file}:${first.line}:${first.column}: ${first.message}`,
    );
  }
  const entries = Object.entries(yaml.data ?? {});
  const wrong = entries.flatMap(([key, value]) => {
    if (!isQuestion(key)) return [at(key, 'key', NEW_CHARTER.unknownAnswer(key, QUESTIONS))];
    return isWritten(value) ? [] : [at(key, 'value', NEW_CHARTER.notText)];
  });
  if (wrong.length > 0) throw new CommandFailure(EXIT.findings, wrong.join('\n'));
  return Object.fromEntries(entries);
}

function isQuestion(key: string): key is Question {
  return QUESTIONS.some((question) => question === key);
}

function isWritten(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every(isText));
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

/** The answers with those that were missing, each asked for until it is right. */
async function askedFor(given: Written): Promise<Written> {
  let written = given;
  tell(NEW_CHARTER.begin);
  const lines = linesAt(terminal().input);
  for (const question of QUESTIONS) {
    if (written[question] !== undefined) continue;
    written = { ...written, [question]: await answerTo(question, written, lines) };
  }
  await lines.return();
  return written;
}

async function answerTo(
  question: Question,
  before: Written,
  lines: AsyncGenerator<string, void>,
): Promise<string> {
  const usual = usualAnswer(question, before);
  tell(`\n${ASKED[question].question}\n  ${ASKED[question].help}`);
  for (;;) {
    terminal().err(`  [${usual}] `);
    const line = await lines.next();
    if (line.done === true) throw new CommandFailure(EXIT.usage, `\n${NEW_CHARTER.notAnswered}`);
    const answer = line.value.trim() === '' ? usual : line.value.trim();
    const problem = answerProblem(question, { ...before, [question]: answer });
    if (problem === null) return answer;
    tell(`  ${answerProblemText(problem)}`);
  }
}

function tellTaken(given: Written): void {
  for (const question of QUESTIONS) {
    if (given[question] === undefined) {
      tell(NEW_CHARTER.taken(question, usualAnswer(question, given)));
    }
  }
}
