// Timings of the scoring core, the register, reviews, growth, a crowd that signs in and slow work, and a
// document from nothing beside a browser's print: `npm run bench`. A
// calibrating loop in the same run gives each
// timing as a ratio too, which can be compared between machines.
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { benchColdPrint } from './cold-print.ts';
import { benchRegister } from './register.ts';
import { benchGrowth } from './growth.ts';
import { benchReviews } from './reviews.ts';
import { benchSignIn } from './sign-in.ts';
import { benchWork } from './work.ts';
import { answersTo, charterOfShape, sequence, type Shape } from './charters.ts';

const RUNS = 9;

/** Median milliseconds of several runs, after one that does not count. */
function median(work: () => void): number {
  work();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.toSorted((one, other) => one - other)[(RUNS - 1) / 2] ?? 0;
}

/** Ten million steps of whole-number arithmetic. */
function calibrate(): void {
  let value = 1;
  for (let step = 0; step < 10_000_000; step += 1) value = (value * 31 + step) % 1_000_003;
  if (value < 0) throw new Error('unreachable');
}

function pathOf(shape: Shape): () => void {
  const next = sequence(7);
  const charter = charterOfShape(shape, next);
  const answers = answersTo(charter, next);
  return () => {
    const path = cheapestPath(charter, answers, { to: 'high', pins: new Set() });
    if (path.status !== 'reachable') throw new Error(`the benchmark's path is ${path.status}`);
  };
}

function scoring(assessments: number): () => void {
  const next = sequence(11);
  const shape = { criteria: 40, sections: 8, highest: 4, weight: 3, effort: 8 };
  const charter = charterOfShape(shape, next);
  const sets = Array.from({ length: assessments }, () => answersTo(charter, next));
  return () => {
    for (const set of sets) scoreAssessment(charter, set);
  };
}

const ratings = { criteria: 100, highest: 5 };
const benchmarks: readonly (readonly [string, () => void])[] = [
  [
    'cheapest path, 100 x 6, 10 sections, weights 1-5',
    pathOf({ ...ratings, sections: 10, weight: 5, effort: 8 }),
  ],
  [
    'cheapest path, 100 x 6, 10 sections, all alike',
    pathOf({ ...ratings, sections: 10, weight: 1, effort: 1 }),
  ],
  [
    'cheapest path, 100 x 6, one section, weights 1-5',
    pathOf({ ...ratings, sections: 1, weight: 5, effort: 8 }),
  ],
  [
    'cheapest path, 100 x 6, 10 sections, weights 1-100',
    pathOf({ ...ratings, sections: 10, weight: 100, effort: 100 }),
  ],
  [
    'cheapest path, 100 x 6, floor, anyOf product 4',
    pathOf({ ...ratings, sections: 10, weight: 5, effort: 8, anyOf: [1, 1] }),
  ],
  [
    'cheapest path, 100 x 6, floor, anyOf 3 x 3 x 3 (64)',
    pathOf({ ...ratings, sections: 10, weight: 5, effort: 8, anyOf: [3, 3, 3] }),
  ],
  [
    'cheapest path, 100 x 6, floor, anyOf of six (64)',
    pathOf({ ...ratings, sections: 10, weight: 5, effort: 8, anyOf: [1, 1, 1, 1, 1, 1] }),
  ],
  [
    'cheapest path, 100 x 6, floor, anyOf of 63 (64)',
    pathOf({ ...ratings, sections: 10, weight: 5, effort: 8, anyOf: [63] }),
  ],
  ['scoring 4,000 assessments of 40 criteria', scoring(4000)],
];

// First, while the process holds nothing else: its memory is a figure of it.
await benchWork();
console.log('');

const unit = median(calibrate);
console.log(`${'what'.padEnd(54)}${'median ms'.padStart(12)}${'x calibration'.padStart(16)}`);
console.log(
  `${'calibrating loop'.padEnd(54)}${unit.toFixed(1).padStart(12)}${'1.00'.padStart(16)}`,
);
for (const [name, work] of benchmarks) {
  const time = median(work);
  const ratio = (time / unit).toFixed(2);
  console.log(`${name.padEnd(54)}${time.toFixed(1).padStart(12)}${ratio.padStart(16)}`);
}

console.log('');
await benchRegister();
console.log('');
await benchReviews();
console.log('');
await benchGrowth();
console.log('');
await benchSignIn();
console.log('');
await benchColdPrint();
