// Passwords that someone who knows the person, or nothing at all, would try first: their address or
// name, one short piece over and over, a run of the alphabet, of digits or of the keyboard.

/** Shorter pieces of an address or a name are in too many good passwords. */
const SHORTEST_PIECE = 4;
const LONGEST_REPEATED = 4;
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '1234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
];

/** Whether the password holds the person's address or name, or is one repeated or sequential run. */
export function isGuessable(
  password: string,
  person: { readonly email: string; readonly name: string },
): boolean {
  const bare = squashed(password);
  const pieces = [person.email, person.email.split('@')[0] ?? '', person.name].map(squashed);
  return (
    pieces.some((piece) => piece.length >= SHORTEST_PIECE && bare.includes(piece)) ||
    isRepeated([...password.normalize('NFKC').toLowerCase()]) ||
    isRun(bare)
  );
}

/** Letters and digits only, in lower case. */
function squashed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function isRepeated(letters: readonly string[]): boolean {
  return Array.from({ length: LONGEST_REPEATED }, (_, index) => index + 1).some((period) =>
    letters.every((letter, at) => at < period || letter === letters[at - period]),
  );
}

function isRun(bare: string): boolean {
  return RUNS.some((run) => {
    const endless = run.repeat(Math.ceil(bare.length / run.length) + 1);
    const backwards = [...endless].toReversed().join('');
    return bare !== '' && (endless.includes(bare) || backwards.includes(bare));
  });
}
