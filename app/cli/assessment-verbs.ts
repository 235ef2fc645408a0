// The verbs about an assessment file that need no document: score, path, move.
import { stringify } from 'yaml';
import { assessmentFileOf } from '#app/domain/formats/export-assessment.ts';
import { moveAssessment, type MoveProblem } from '#app/domain/assessment/move-assessment.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { wholeMonths } from '#app/domain/calendar-entries.ts';
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { pathResults, scoreResults } from '#app/domain/scoring/results.ts';
import { firstMoves } from '#app/domain/scoring/first-moves.ts';
import { criteriaToConfirm } from '#app/domain/scoring/confirmed.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { charterAt, readAssessment, readScored } from './input.ts';
import { moveLines } from '#words/assessment/move-text.ts';
import { moveResults } from './move-results.ts';
import { only, type Options, usage } from './options.ts';
import {
  CommandFailure,
  EXIT,
  mustNotBeInput,
  print,
  printJson,
  STANDARD_OUTPUT,
  tell,
  writeOut,
} from './output.ts';
import { confirmLines, pathLines, scoreLines } from './text.ts';

/** Points, levels and what is missing. */
export async function score(paths: readonly string[], options: Options): Promise<number> {
  const { charter, assessment } = await readScored(only(paths, 'score'), options);
  const scorecard = scoreAssessment(charter, assessment.answerSet);
  const toConfirm = criteriaToConfirm(charter, assessment.answerSet, scorecard);
  if (options.json)
    printJson({ ...scoreResults(scorecard), ...confirmResults(charter, toConfirm) });
  else print([...scoreLines(charter, scorecard), ...confirmLines(charter, toConfirm)].join('\n'));
  return EXIT.ok;
}

/** The least effort to a level. */
export async function way(paths: readonly string[], options: Options): Promise<number> {
  const { charter, assessment } = await readScored(only(paths, 'path'), options);
  const levels = charter.levels.map(({ id }) => id);
  const to = options.to ?? assessment.targetLevel;
  if (!to || !levels.includes(to)) throw usage(`path needs --to with one of ${levels.join(', ')}`);
  const { pins, by, fewest, date } = options;
  const left = by === undefined ? {} : { monthsLeft: wholeMonths(date, by) };
  const found = cheapestPath(charter, assessment.answerSet, { to, pins, fewest, ...left });
  const moves = firstMoves(charter, assessment.answerSet);
  const scorecard = scoreAssessment(charter, assessment.answerSet);
  const toConfirm = criteriaToConfirm(charter, assessment.answerSet, scorecard);
  if (options.json) {
    printJson({ ...pathResults(found), first: moves, ...confirmResults(charter, toConfirm) });
  } else {
    print([...pathLines(charter, found, moves), ...confirmLines(charter, toConfirm)].join('\n'));
  }
  return EXIT.ok;
}

/** What moving to a newer version would give; with --out also the assessment file that it gives. */
export async function move(paths: readonly string[], options: Options): Promise<number> {
  const old = only(paths, 'move');
  const { charter, assessment } = await readAssessment(old, { charter: options.charter });
  if (!options.toCharter) throw usage('move needs --to-charter NAME@VERSION or a folder');
  if (options.out !== undefined) await mustNotBeInput(options.out, [old]);
  const to = await charterAt(options.toCharter);
  const moved = moveAssessment(assessment, charter, to);
  if (!moved.ok) throw new CommandFailure(EXIT.refused, moveProblemText(moved.problem));
  const told = options.json
    ? JSON.stringify(moveResults(moved.value), null, 2)
    : moveLines({ from: charter, to }, moved.value).join('\n');
  // Where the file itself goes to standard output, what moved is told beside it.
  if (options.out === STANDARD_OUTPUT) tell(told);
  else print(told);
  if (options.out === undefined) return EXIT.ok;
  const file = assessmentFileOf(moved.value.assessment);
  const text = options.out.endsWith('.json')
    ? `${JSON.stringify(file, null, 2)}\n`
    : stringify(file);
  await writeOut(options.out, text, options);
  tell(`${options.out}: the assessment under ${moved.value.assessment.charter}`);
  return EXIT.ok;
}

/** Only a charter whose statements are ticked one by one has ratings to confirm. */
function confirmResults({ cumulative }: Charter, toConfirm: ReturnType<typeof criteriaToConfirm>) {
  return cumulative ? { notConfirmed: toConfirm.map(([id]) => id) } : {};
}

function moveProblemText({ code, from, to }: MoveProblem): string {
  switch (code) {
    case 'other-charter':
      return `${to} is another charter than ${from}; answers do not move between charters`;
    case 'not-newer':
      return `${to} is not newer than ${from}; an assessment only moves forward`;
    default:
      return code satisfies never;
  }
}
