// The verb report: the documents of an assessment file.
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { withoutCounts } from '#app/domain/scoring/indicator.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { actionPlanDocument } from '#reports/action-plan.ts';
import type { ReportInput } from '#reports/report-input.ts';
import { renderPdf } from '#reports/pdf/render.ts';
import { unshownWords } from '#reports/pdf/unshown.ts';
import { selfAssessmentDocument } from '#reports/self-assessment.ts';
import { readScored } from './input.ts';
import { only, type Options, usage } from './options.ts';
import { EXIT, mustNotBeInput, tell, writeOut } from './output.ts';

/** The action plan or the self-assessment report as a PDF. */
export async function report(paths: readonly string[], options: Options): Promise<number> {
  const file = only(paths, 'report');
  const input = await reportInput(file, options);
  if (!options.out) throw usage('report needs --out FILE.pdf');
  await mustNotBeInput(options.out, [file]);
  const build = options.kind === 'plan' ? actionPlanDocument : selfAssessmentDocument;
  const unshown = unshownWords(input);
  if (unshown.length > 0) {
    tell(
      `The PDF writes letters that it cannot show as numbers, as in [U+738B]: ${unshown.join(', ')}`,
    );
  }
  const bytes = await renderPdf(build(input), { createdAt: new Date(`${options.date}T00:00:00Z`) });
  await writeOut(options.out, bytes, options);
  tell(`${options.out}: ${bytes.byteLength} bytes`);
  return EXIT.ok;
}

/** What the documents of an assessment file are made from. */
export async function reportInput(
  file: string,
  options: Pick<Options, 'charter' | 'language' | 'date'>,
): Promise<ReportInput> {
  const { charter, assessment } = await readScored(file, options);
  const { answerSet, targetLevel } = assessment;
  const organisation = assessment.organisation ?? 'Organisation not named';
  return {
    charter,
    scorecard: scoreAssessment(charter, answerSet),
    answers: withoutCounts(charter, answerSet),
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
}
