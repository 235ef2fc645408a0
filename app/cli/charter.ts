// The `charter` command: criteria checked and shown, assessments scored, ways found, plans rendered.
// Conventions: results on standard output, messages on standard error, exit codes in output.ts.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { publishVersion } from '#app/adapters/charter-library.ts';
import { readCharterFolder } from '#app/adapters/charter-files.ts';
import { charterName } from '#app/domain/charter/charter.ts';
import { diffCharters } from '#app/domain/charter/diff.ts';
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { pathResults, scoreResults } from '#app/domain/scoring/results.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { actionPlanDocument } from '#reports/action-plan.ts';
import { renderPdf } from '#reports/pdf/render.ts';
import { selfAssessmentDocument } from '#reports/self-assessment.ts';
import { charterAt, readAssessment } from './input.ts';
import { CommandFailure, EXIT, print, printJson, tell } from './output.ts';
import { charterLines, diffLines, pathLines, scoreLines } from './text.ts';

const HELP = `charter: check criteria, score an assessment, find the cheapest way, render its plan

Examples
  charter validate charter-criteria/name/1.0.0
  charter score assessment.yaml --json
  charter path assessment.yaml --to LEVEL --pin G1,M2
  charter report assessment.yaml --out plan.pdf

Verbs
  validate PATH…                 every mistake in a charter's folder, as file:line:column
  show PATH [--json]             the charter as it is read (PATH or name@version)
  diff A B [--json]              what changed, and whether the version number tells the truth
  publish PATH                   list a version as published, with its hashes
  score ASSESSMENT [--json]      points, levels and what is missing; - reads standard input
  path ASSESSMENT --to LEVEL [--pin ID,…] [--json]
                                 the least effort to a level
  report ASSESSMENT --out FILE.pdf [--kind plan|self-assessment]

Options
  --charter PATH   use the charter in this folder
  --date DATE      the date on a report (default: today)
  --json           results as JSON
  -h, --help       this text

Exit codes: 0 ok, 1 findings, 2 usage, 3 input or output, 70 internal`;

type Options = {
  readonly json: boolean;
  readonly charter: string | undefined;
  readonly to: string | undefined;
  readonly pins: ReadonlySet<string>;
  readonly out: string | undefined;
  readonly kind: string;
  readonly date: string;
};

const VERBS: Readonly<
  Record<string, (paths: readonly string[], options: Options) => Promise<number>>
> = { validate, show, diff, publish, score, path: way, report };

async function validate(paths: readonly string[]): Promise<number> {
  if (paths.length === 0) throw usage('validate needs the folder of a charter version');
  let wrong = 0;
  for (const folder of paths) {
    const { charter, mistakes } = await readCharterFolder(folder).catch(() => {
      throw new CommandFailure(EXIT.io, `cannot read the folder ${folder}`);
    });
    for (const { file, line, column, code, message } of mistakes) {
      print(`${path.join(folder, file)}:${line}:${column}: ${code} ${message}`);
    }
    wrong += mistakes.length;
    tell(
      charter
        ? `${folder}: ${charterName(charter)} is sound`
        : `${folder}: ${mistakes.length} found`,
    );
  }
  return wrong === 0 ? EXIT.ok : EXIT.findings;
}

async function show(paths: readonly string[], options: Options): Promise<number> {
  const charter = await charterAt(only(paths, 'show'));
  if (options.json) {
    printJson({
      ...charter,
      levels: charter.levels.map((level) => ({
        ...level,
        sections: Object.fromEntries(level.sections),
        requires: Object.fromEntries(level.requires),
      })),
    });
  } else print(charterLines(charter).join('\n'));
  return EXIT.ok;
}

async function diff(paths: readonly string[], options: Options): Promise<number> {
  const [before, after] = paths;
  if (before === undefined || after === undefined || paths.length > 2) {
    throw usage('diff takes two charters');
  }
  const found = diffCharters(await charterAt(before), await charterAt(after));
  if (options.json) printJson(found);
  else print(diffLines(found).join('\n'));
  return found.truthful ? EXIT.ok : EXIT.findings;
}

async function publish(paths: readonly string[]): Promise<number> {
  const folder = path.resolve(only(paths, 'publish'));
  const result = await publishVersion(path.resolve(folder, '../..'), folder);
  if ('name' in result) {
    tell(`${result.name} is published`);
    return EXIT.ok;
  }
  for (const m of result.mistakes) print(`${m.file}:${m.line}:${m.column}: ${m.code} ${m.message}`);
  return EXIT.findings;
}

async function score(paths: readonly string[], options: Options): Promise<number> {
  const { charter, assessment } = await readAssessment(only(paths, 'score'), options.charter);
  const scorecard = scoreAssessment(charter, assessment.answerSet);
  if (options.json) printJson(scoreResults(scorecard));
  else print(scoreLines(charter, scorecard).join('\n'));
  return EXIT.ok;
}

async function way(paths: readonly string[], options: Options): Promise<number> {
  const { charter, assessment } = await readAssessment(only(paths, 'path'), options.charter);
  const levels = charter.levels.map(({ id }) => id);
  const to = options.to ?? assessment.targetLevel;
  if (!to || !levels.includes(to)) throw usage(`path needs --to with one of ${levels.join(', ')}`);
  const found = cheapestPath(charter, assessment.answerSet, { to, pins: options.pins });
  if (options.json) printJson(pathResults(found));
  else print(pathLines(charter, found).join('\n'));
  return EXIT.ok;
}

async function report(paths: readonly string[], options: Options): Promise<number> {
  const { charter, assessment } = await readAssessment(only(paths, 'report'), options.charter);
  if (!options.out) throw usage('report needs --out FILE.pdf');
  const { answerSet, targetLevel } = assessment;
  const organisation = assessment.organisation ?? 'Organisation not named';
  const input = {
    charter,
    scorecard: scoreAssessment(charter, answerSet),
    answers: answerSet,
    actions: assessment.actions,
    organisation,
    department: assessment.department,
    audience: `For the executive sponsor and the self-assessment team of ${organisation}.`,
    preparedOn: options.date,
    targetLevel,
    cheapestPath:
      targetLevel === null
        ? null
        : cheapestPath(charter, answerSet, { to: targetLevel, pins: new Set() }),
  };
  const build = options.kind === 'plan' ? actionPlanDocument : selfAssessmentDocument;
  const bytes = await renderPdf(build(input), { createdAt: new Date(`${options.date}T00:00:00Z`) });
  await writeFile(options.out, bytes).catch(() => {
    throw new CommandFailure(EXIT.io, `cannot write ${options.out ?? ''}`);
  });
  tell(`${options.out}: ${bytes.byteLength} bytes`);
  return EXIT.ok;
}

function only(paths: readonly string[], verb: string): string {
  const [first] = paths;
  if (first === undefined || paths.length > 1) throw usage(`${verb} takes one path`);
  return first;
}

function usage(message: string): CommandFailure {
  return new CommandFailure(EXIT.usage, `${message}. See charter --help.`);
}

function readOptions(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      charter: { type: 'string' },
      to: { type: 'string' },
      pin: { type: 'string', multiple: true },
      out: { type: 'string' },
      kind: { type: 'string', default: 'plan' },
      date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(values.date))
    throw usage('--date takes a date such as 2027-03-31');
  if (!['plan', 'self-assessment'].includes(values.kind)) {
    throw usage('--kind is plan or self-assessment');
  }
  const { json = false, charter, to, out, kind, date, help = false } = values;
  const pins = new Set((values.pin ?? []).flatMap((list) => list.split(',')).filter(Boolean));
  return { positionals, help, options: { json, charter, to, pins, out, kind, date } };
}

async function main(args: readonly string[]): Promise<number> {
  const { positionals, help, options } = readOptions(args);
  const [name, ...paths] = positionals;
  if (help || name === undefined) {
    print(HELP);
    return help ? EXIT.ok : EXIT.usage;
  }
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (verb === undefined) throw usage(`there is no verb ${name}`);
  return verb(paths, options);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof CommandFailure) {
    tell(error.message);
    process.exitCode = error.exitCode;
  } else if (error instanceof TypeError && 'code' in error) {
    tell(`${error.message}. See charter --help.`);
    process.exitCode = EXIT.usage;
  } else {
    tell(`internal error: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = EXIT.internal;
  }
}
