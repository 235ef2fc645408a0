// A secret that signs sessions must be random. What people put there instead shows: a piece over and over,
// few letters, counting, or the words of an example.

const LEAST = 32;
/** Hexadecimal digits are the fewest that a random secret is made of; 32 of them show eight nearly always. */
const LEAST_DISTINCT = 8;
/** What must be left of a secret without words that stand in examples. */
const LEAST_LEFT = 20;
/** A random text hardly ever has the same three characters twice. */
const LEAST_FRESH = 0.6;
const MOST_IN_STEPS = 0.5;

// Longer words first, so that none hides in another.
const EXAMPLE_WORDS =
  /change-?_?me|placeholder|passphrase|characters|production|mentoring|password|replace|default|example|session|charter|letmein|insert|secret|random|qwerty|thirty|longer|admin|value|token|text|your|here|this|with|that|must|more|than|test|demo|long|key|put|my/g;

/** What is wrong with a secret; null = nothing that shows. */
export function weaknessOfSecret(
  secret: string,
  ofDemo: string,
): 'short' | 'of-the-demo' | 'not-random' | null {
  if (secret.trim().length < LEAST) return 'short';
  if (secret.includes(ofDemo)) return 'of-the-demo';
  return isPredictable(secret.toLowerCase()) ? 'not-random' : null;
}

function isPredictable(text: string): boolean {
  const characters = [...text];
  const left = text.replaceAll(EXAMPLE_WORDS, '').replaceAll(/[^\p{L}\p{N}]/gu, '');
  const threes = characters.slice(2).map((_, at) => characters.slice(at, at + 3).join(''));
  const steps = characters.slice(1).filter((character, at) => {
    const step = (character.codePointAt(0) ?? 0) - (characters[at]?.codePointAt(0) ?? 0);
    return Math.abs(step) <= 1;
  });
  return (
    new Set(characters).size < LEAST_DISTINCT ||
    left.length < LEAST_LEFT ||
    new Set(threes).size < threes.length * LEAST_FRESH ||
    steps.length > characters.length * MOST_IN_STEPS
  );
}
