// The two-sided 95 % point of Student's t for whole degrees of freedom: the finite series of Abramowitz and
// Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4, inverted by halving.

const COVERAGE = 0.95;
const HALVINGS = 60;

/** The t that |T| stays below with probability 0.95; degrees of freedom are a whole number from 1. */
export function t95(degrees: number): number {
  let low = 0;
  let high = Math.PI / 2;
  for (let step = 0; step < HALVINGS; step += 1) {
    const angle = (low + high) / 2;
    if (within(angle, degrees) < COVERAGE) low = angle;
    else high = angle;
  }
  return Math.sqrt(degrees) * Math.tan((low + high) / 2);
}

/** P(|T| <= t) where t = √degrees × tan(angle). */
function within(angle: number, degrees: number): number {
  const odd = degrees % 2 === 1;
  const cosine = Math.cos(angle);
  let term = odd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= degrees - 2; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  const series = Math.sin(angle) * sum;
  return odd ? (2 / Math.PI) * (angle + series) : series;
}
