// What the `charter` command does: criteria checked and shown, assessments scored, ways found, plans rendered,
// agreement calculated. Each verb is loaded when it is asked for: most need no PDF, and one a database.
// Conventions: results on standard output, messages on standard error, exit codes in output.ts.
import { HELP } from './help.ts';
import { readOptions, usage, type Verb } from './options.ts';
import { CommandFailure, EXIT, print, tell } from './output.ts';

const criteria = () => import('./criteria-verbs.ts');
const assessment = () => import('./assessment-verbs.ts');

const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  validate: async () => (await criteria()).validate,
  show: async () => (await criteria()).show,
  diff: async () => (await criteria()).diff,
  publish: async () => (await criteria()).publish,
  new: async () => (await import('./new-verb.ts')).newCharter,
  sheet: async () => (await import('./sheet-verb.ts')).sheet,
  watch: async () => (await import('./watch-verb.ts')).watch,
  schema: async () => (await criteria()).schema,
  score: async () => (await assessment()).score,
  path: async () => (await assessment()).way,
  report: async () => (await import('./report-verb.ts')).report,
  move: async () => (await assessment()).move,
  agreement: async () => (await import('./agreement-verb.ts')).agreement,
  admin: async () => (await import('./admin-verbs.ts')).admin,
};

/** The verbs that read a charter in another language. */
const IN_LANGUAGE: ReadonlySet<string> = new Set([
  'validate',
  'show',
  'watch',
  'score',
  'path',
  'report',
]);
/** What others do with translations instead. */
const NO_LANGUAGE: Readonly<Record<string, string>> = {
  diff: 'it tells of every translation',
  sheet: 'it has the texts of the charter itself, and translations stay as they are',
};

/** Does what these words ask for; the exit code. */
export async function command(args: readonly string[]): Promise<number> {
  try {
    return await done(args);
  } catch (error) {
    if (error instanceof CommandFailure) {
      tell(error.message);
      return error.exitCode;
    }
    if (error instanceof TypeError && 'code' in error) {
      tell(`${error.message}. See charter --help.`);
      return EXIT.usage;
    }
    tell(`internal error: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT.internal;
  }
}

async function done(args: readonly string[]): Promise<number> {
  const { positionals, help, options } = readOptions(args);
  const [name, ...paths] = positionals;
  if (help || name === undefined) {
    print(HELP);
    return help ? EXIT.ok : EXIT.usage;
  }
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (verb === undefined) throw usage(`there is no verb ${name}`);
  if (options.language !== undefined && !IN_LANGUAGE.has(name)) {
    throw usage(`${name} takes no --language: ${NO_LANGUAGE[name] ?? 'it shows no translation'}`);
  }
  return (await verb())(paths, options);
}
