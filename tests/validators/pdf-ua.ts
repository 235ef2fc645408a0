// veraPDF on every kind of document that we make: no rule of PDF/UA-1 may fail, and documents that were
// broken on purpose must be refused. Run by .ci/run where Java and Maven are.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { evidenceBytes } from '#app/demo/evidence-bytes.ts';
import { actionPlanDocument } from '#reports/action-plan.ts';
import { awardReportDocument, publicPlanDocument } from '#reports/award-report.ts';
import { certificateDocument } from '#reports/certificate-model.ts';
import type { DocumentModel } from '#reports/model.ts';
import { overviewDocument } from '#reports/overview-document.ts';
import { panelFeedbackDocument } from '#reports/panel-feedback.ts';
import { renderPdf } from '#reports/pdf/render.ts';
import { selfAssessmentDocument, submissionDocument } from '#reports/self-assessment.ts';
import { awardInput, feedbackInput } from '#tests/support/decision-fixture.ts';
import { overviewInput } from '#tests/support/overview-fixture.ts';
import { input } from '#tests/support/report-fixture.ts';
import { printed } from './java.ts';

const POM = path.join(import.meta.dirname, 'pom.xml');
const REPORTS = path.join(import.meta.dirname, '../../reports');

const kinds = {
  actionPlanDocument: () => actionPlanDocument(input),
  selfAssessmentDocument: () => selfAssessmentDocument(input),
  submissionDocument: () => submissionDocument(input),
  panelFeedbackDocument: () => panelFeedbackDocument(feedbackInput),
  awardReportDocument: () => awardReportDocument(awardInput),
  publicPlanDocument: () => publicPlanDocument(awardInput),
  certificateDocument: () => certificateDocument(awardInput),
  overviewDocument: () => overviewDocument(overviewInput),
} satisfies Readonly<Record<string, () => DocumentModel>>;

const names = [
  'Siân Gŵyn-Łukasiewicz, Αθηνά, Олена',
  'שרה כהן (Sarah), מֹשֶׁה',
  'فاطمة السيد (٢٠٢٧), مُحَمَّد',
  'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ, શ્રી કૃષ્ણ પટેલ, கிருஷ்ணன் லட்சுமி',
  'রবীন্দ্রনাথ চট্টোপাধ্যায়, विद्यार्थी शर्मा',
  '王小明 😀 ≥ 80% → ✓ ﬁ ½ \u00a0\u200d\u2011\u00ad \u0007',
].join('; ');

/** The kinds again as they come out of the way: without anything in them, and full of hard letters. */
const variants: Readonly<Record<string, () => DocumentModel>> = {
  'plan-without-actions': () => actionPlanDocument({ ...input, actions: [] }),
  'plan-of-names': () =>
    actionPlanDocument({
      ...input,
      organisation: names,
      department: names,
      actions: input.actions.map((action) => ({ ...action, objective: names, reason: names })),
    }),
  'certificate-of-names': () =>
    certificateDocument({
      ...awardInput,
      record: { ...awardInput.record, department: names, organisation: names },
    }),
};

const broken: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'not-tagged': ['/Marked true', '/Marked null'],
  'figure-without-text': ['/Alt (', '/Xlt ('],
  'no-title-shown': ['/DisplayDocTitle true', '/DisplayDocTitle null'],
};

async function writeDocuments(folder: string): Promise<void> {
  const createdAt = new Date('2026-03-16T09:00:00Z');
  for (const [name, build] of Object.entries({ ...kinds, ...variants })) {
    writeFileSync(path.join(folder, `good-${name}.pdf`), await renderPdf(build(), { createdAt }));
  }
  const evidence = { kind: 'pdf' as const, title: 'Survey', paragraphs: ['One.', 'Two.'] };
  writeFileSync(path.join(folder, 'good-evidence.pdf'), await evidenceBytes(evidence));
  const whole = readFileSync(path.join(folder, 'good-actionPlanDocument.pdf'), 'latin1');
  for (const [name, [from, to]] of Object.entries(broken)) {
    assert.ok(whole.includes(from), `the control ${name} breaks nothing`);
    writeFileSync(path.join(folder, `broken-${name}.pdf`), whole.replaceAll(from, to), 'latin1');
  }
}

/** The classes of veraPDF, which Maven fetches once; null where it cannot. */
async function verapdfClasses(folder: string): Promise<string | null> {
  const file = path.join(folder, 'classes');
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';
  const { code } = await printed('mvn', ['-q', '-B', '-f', POM, goal, `-Dmdep.outputFile=${file}`]);
  return code === 0 ? readFileSync(file, 'utf8').trim() : null;
}

/** What failed, rule by rule, for whoever has to mend it. */
async function failedRules(classes: string, file: string): Promise<string> {
  const main = 'org.verapdf.apps.GreenfieldCliWrapper';
  const { out } = await printed('java', [
    '-cp',
    classes,
    main,
    '-f',
    'ua1',
    '--format',
    'xml',
    file,
  ]);
  return [...out.matchAll(/<rule [^>]*status="failed"[\s\S]*?<\/rule>/g)].join('\n').slice(0, 8000);
}

/** Every function of reports/ that makes a document is among the kinds. */
function checkKinds(): void {
  const found = readdirSync(REPORTS)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const source = readFileSync(path.join(REPORTS, name), 'utf8');
      return Array.from(
        source.matchAll(/^export function (\w+)\([^{]*\): DocumentModel/gm),
        ([, builder]) => builder,
      );
    });
  assert.deepEqual(found.toSorted(), Object.keys(kinds).toSorted());
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'pdf-ua-'));
try {
  checkKinds();
  const classes = await verapdfClasses(folder);
  if (classes === null) {
    console.log('left out: Maven could not fetch veraPDF');
  } else {
    await writeDocuments(folder);
    const files = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    const main = 'org.verapdf.apps.GreenfieldCliWrapper';
    const places = files.map((name) => path.join(folder, name));
    const args = ['-cp', classes, main, '--flavour', 'ua1', '--format', 'text', ...places];
    const { out } = await printed('java', args);
    const verdicts = new Map(
      Array.from(out.matchAll(/^(PASS|FAIL) .*\/(\S+\.pdf)/gm), ([, verdict, name]) => [
        name,
        verdict,
      ]),
    );
    for (const name of files) {
      const wanted = name.startsWith('good-') ? 'PASS' : 'FAIL';
      if (verdicts.get(name) === wanted) continue;
      console.error(`${name}: ${verdicts.get(name) ?? 'not read'}, wanted ${wanted}`);
      if (wanted === 'PASS') console.error(await failedRules(classes, path.join(folder, name)));
      process.exitCode = 1;
    }
    const good = files.filter((name) => name.startsWith('good-')).length;
    console.log(`veraPDF read ${good} documents (PDF/UA-1) and ${files.length - good} broken ones`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
