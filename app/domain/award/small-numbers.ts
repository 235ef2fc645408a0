// Numbers from 1 to 7 in free text, which could count people so few that readers know who is meant. No
// program can tell a count from a rating or a date, so a person looks at each before it is published. The
// bound is that of the health service below national level (domain.md, 6.2).

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
/** What stands right before or after a figure that is no count: 'band 5', '3.5', '7%', '6am', '£5'. */
const FIGURE = /(?<![\d.,£:/-]|\bbands? )\b[1-7]\b(?![\d.,:/%-]*\d|%|(?:am|pm)\b)/gi;
const WORD = new RegExp(`\\b(?:${WORDS.join('|')})\\b`, 'giu');

/** The numbers as they stand in the text, each once, in order; empty = none is there. */
export function smallNumbersIn(text: string): readonly string[] {
  const found = [...text.matchAll(FIGURE), ...text.matchAll(WORD)]
    .toSorted((one, other) => one.index - other.index)
    .map(([number]) => number.toLowerCase());
  return [...new Set(found)];
}
