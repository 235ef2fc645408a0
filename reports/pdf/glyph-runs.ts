// Finds a face for every character of a text. A character that no face has is never dropped: it is
// shown by a plainer form, by a spelled-out sign, or by its number, as in [U+1F600].
import { type Face, faces, type Weight } from './fonts/faces.ts';
import { graphemesOf } from './graphemes.ts';

export type Piece = {
  readonly face: Face;
  /** What is drawn. */
  readonly text: string;
  /** What it stands for, where that differs: what is read aloud, searched and copied. */
  readonly actual: string | null;
};

// Signs that people type in plans and that no face of ours has.
const standIns: ReadonlyMap<string, string> = new Map([
  ['≥', '>='],
  ['≤', '<='],
  ['≠', '=/='],
  ['≈', '~'],
  ['→', '->'],
  ['←', '<-'],
  ['↑', '(up)'],
  ['↓', '(down)'],
  ['✓', '(yes)'],
  ['✔', '(yes)'],
  ['✗', '(no)'],
  ['✘', '(no)'],
  ['☐', '[ ]'],
  ['☑', '[x]'],
  ['☒', '[x]'],
  ['■', '•'],
  ['□', '•'],
  ['▪', '•'],
  ['●', '•'],
  ['○', '•'],
  ['‐', '-'],
  ['‑', '-'],
  ['−', '–'],
]);

// Joiners, variation selectors and direction marks: invisible by nature, so nothing is lost.
const invisible = /^\p{Default_Ignorable_Code_Point}$/u;
const control = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u;
const plainLatin = /^[\u0020-\u007e]*$/;
/** Every letter of it is of the main face. */
const plainText = /^[\u0020-\u007e\s]*$/;
const notPlain = /[^\u0020-\u007e\s]/gu;

/** The text as pieces of one face each, in logical order. The text has no line breaks. */
export function piecesOf(text: string, weight: Weight): readonly Piece[] {
  const choices = faces(weight);
  const [first] = choices;
  if (first === undefined) throw new Error('no fonts');
  if (text === '') return [];
  if (plainLatin.test(text) || has(first, text)) return [{ face: first, text, actual: null }];
  const pieces: Piece[] = [];
  for (const segment of graphemesOf(text)) {
    for (const piece of piecesOfCluster(segment, choices)) append(pieces, piece);
  }
  return pieces;
}

/** Whether any letter of the text is of a face whose letters join. */
export function hasJoining(text: string): boolean {
  if (plainText.test(text)) return false;
  const line = text.normalize('NFC').replace(/\s+/gu, ' ');
  return piecesOf(line, 'regular').some(({ face }) => face.joins);
}

/** Whether every character has a face, a plainer form or a spelled-out sign, and none becomes a number. */
export function isShown(text: string): boolean {
  if (plainText.test(text)) return true;
  const choices = faces('regular');
  return [...new Set(text.normalize('NFC').match(notPlain))].every(
    (character) =>
      invisible.test(character) ||
      standIns.has(character) ||
      faceFor(character, choices) !== undefined ||
      faceFor(character.normalize('NFKC'), choices) !== undefined,
  );
}

function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  const joins = last !== undefined && last.face === piece.face;
  if (joins && last.actual === null && piece.actual === null) {
    pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
  } else {
    pieces.push(piece);
  }
}

function piecesOfCluster(cluster: string, choices: readonly Face[]): readonly Piece[] {
  const whole = faceFor(cluster, choices);
  if (whole !== undefined) return [{ face: whole, text: cluster, actual: null }];
  return Array.from(cluster).flatMap((character) => pieceOfCharacter(character, choices));
}

function pieceOfCharacter(character: string, choices: readonly Face[]): readonly Piece[] {
  const face = faceFor(character, choices);
  if (face !== undefined) return [{ face, text: character, actual: null }];
  if (invisible.test(character)) return [];
  const plainer = character.normalize('NFKC');
  const standIn = standIns.get(character) ?? numbered(character);
  const plainFace = plainer === character ? undefined : faceFor(plainer, choices);
  const actual = control.test(character) ? null : character;
  if (plainFace !== undefined) return [{ face: plainFace, text: plainer, actual }];
  const shown = faceFor(standIn, choices);
  return shown === undefined ? [] : [{ face: shown, text: standIn, actual }];
}

function numbered(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `[U+${number.padStart(4, '0')}]`;
}

function faceFor(text: string, choices: readonly Face[]): Face | undefined {
  return choices.find((face) => has(face, text));
}

function has(face: Face, text: string): boolean {
  for (const character of text) {
    if (!face.characters.has(character.codePointAt(0) ?? 0)) return false;
  }
  return true;
}
