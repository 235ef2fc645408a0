// What work away from the event loop costs, and how long anyone else waits meanwhile: PDF in a thread against
// PDF in process, files of strangers, and the cheapest way of the largest charters.
import { readdirSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { actionPlanDocument } from '#reports/action-plan.ts';
import { renderPdf } from '#reports/pdf/render.ts';
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { officeFiles } from '#app/adapters/workers/office.ts';
import { openWork, type Work } from '#app/adapters/workers/work.ts';
import { HOSTILE_DOCUMENTS, HOSTILE_WORKBOOKS } from '#tests/support/hostile-files.ts';
import { answersOf } from '#tests/support/charter-factory.ts';
import { input } from '#tests/support/report-fixture.ts';
import { charterOfShape, sequence, type Shape } from './charters.ts';

const DOCUMENTS = 20;
const AT = new Date('2027-03-01T00:00:00Z');

/** Prints its own table. */
export async function benchWork(): Promise<void> {
  const work = openWork(console.error);
  await benchFiles(work);
  console.log('');
  await benchPdf(work);
  console.log('');
  benchWays();
  work.close();
}

async function benchPdf(work: Work): Promise<void> {
  const model = actionPlanDocument(input);
  const here = async () => void (await renderPdf(model, { createdAt: AT }));
  const there = async () => void (await work.own.run('renderPdf', { model, createdAt: AT }, 'a'));
  const [inProcess, inThread] = [await cpuOf(here), await cpuOf(there)];
  console.log(
    `CPU of one PDF in process ${inProcess.toFixed(0)} ms, in a thread ${inThread.toFixed(0)} ms`,
  );
  console.log(`CPU in a thread x in process: ${(inThread / inProcess).toFixed(2)}`);
}

/** Milliseconds of CPU, all threads of this process together, after two that do not count. */
async function cpuOf(job: () => Promise<void>): Promise<number> {
  await job();
  await job();
  const before = process.cpuUsage();
  for (let index = 0; index < DOCUMENTS; index += 1) await job();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / DOCUMENTS;
}

async function benchFiles(work: Work): Promise<void> {
  const office = officeFiles(work);
  const files = [
    ...HOSTILE_WORKBOOKS.map(([what, file]) => ({
      what: `xlsx: ${what}`,
      file,
      read: (bytes: Uint8Array) => office.readXlsx(bytes, 'Actions', 'a'),
    })),
    ...HOSTILE_DOCUMENTS.map(([what, file]) => ({
      what: `docx: ${what}`,
      file,
      read: (bytes: Uint8Array) => office.readDraft(bytes, 'a'),
    })),
  ];
  console.log(
    `${'file'.padEnd(58)}${'kB'.padStart(6)}${'ms'.padStart(8)}${'others ms'.padStart(11)}${'MB'.padStart(6)}`,
  );
  for (const { what, file, read } of files) {
    const bytes = file();
    const seen = await watched(() => read(bytes));
    const numbers = [Math.round(bytes.length / 1000), seen.took, seen.longestWait, seen.megabytes];
    const [size = 0, took = 0, wait = 0, held = 0] = numbers.map(Math.round);
    console.log(
      `${what.padEnd(58)}${String(size).padStart(6)}${String(took).padStart(8)}${String(wait).padStart(11)}${String(held).padStart(6)}`,
    );
  }
}

/** How long it took, the longest that the event loop kept anyone waiting, and the most memory held. */
async function watched(job: () => Promise<unknown>) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const state = { megabytes: 0 };
  const look = () => (state.megabytes = Math.max(state.megabytes, megabytes()));
  const timer = setInterval(look, 20);
  delay.enable();
  const began = performance.now();
  await job();
  const took = performance.now() - began;
  look();
  delay.disable();
  clearInterval(timer);
  return { took, longestWait: delay.max / 1e6, megabytes: state.megabytes };
}

/** Of this process and those that it started. */
function megabytes(): number {
  const children = readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  );
  const kilobytes = ['self', ...children].map((process) => {
    const status = readFileSync(`/proc/${process}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  });
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

function benchWays(): void {
  const largest = { criteria: 400, highest: 10, weight: 100 };
  const shapes: readonly (readonly [string, Shape])[] = [
    [
      '200 x 11, weights 1-100, 8 sections',
      { ...largest, criteria: 200, sections: 8, effort: 100 },
    ],
    ['400 x 11, weights 1-100, 8 sections', { ...largest, sections: 8, effort: 100 }],
    ['400 x 11, weights 1-100, 20 sections, effort 1', { ...largest, sections: 20, effort: 1 }],
    ['400 x 11, weights 1-100, 100 sections', { ...largest, sections: 100, effort: 100 }],
    ['400 x 11, all alike, 20 sections', { ...largest, sections: 20, weight: 1, effort: 1 }],
  ];
  console.log(`${'cheapest way'.padEnd(58)}${'ms'.padStart(8)}  status`);
  for (const [what, shape] of shapes) {
    const charter = charterOfShape(shape, sequence(7));
    const began = performance.now();
    const { status } = cheapestPath(charter, answersOf({}), { to: 'high', pins: new Set() });
    console.log(
      `${what.padEnd(58)}${(performance.now() - began).toFixed(0).padStart(8)}  ${status}`,
    );
  }
}
