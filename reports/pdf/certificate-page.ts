// Draws a certificate: one sheet on its side, the holder on the left, where to check it on the right.
// Long names are set smaller, so that the sheet stays one.
import { PAGE } from '#words/kit/page-words.ts';
import type { CertificateModel, Fact } from '#reports/model.ts';
import { drawLines, type Flow } from './flow.ts';
import { drawQr } from './qr.ts';
import { drawSteps } from './steps.ts';
import { addList, addTag, drawArtifact, drawTagged } from './tags.ts';
import { certificate as styles, colour, sheet, text, type TextStyle } from './theme.ts';

const frame = 22;
const left = 74;
const top = 66;
const code = { size: 122, x: sheet.width - 74 - 122 };
const column = { x: left, width: code.x - left - 44 };
const factsTop = sheet.height - 178;
const checkTop = sheet.height - 104;
const noticeTop = sheet.height - 80;
const noticeHeight = 42;
/** Two short names leave room; most of it stands above them, but not more than this. */
const mostSpare = 46;

/** From the sizes of the theme down to what a name of three hundred letters needs. */
const shrinking = [1, 0.88, 0.77, 0.67, 0.58, 0.5, 0.44, 0.38, 0.33];

type Words = {
  readonly words: string;
  readonly style: TextStyle;
  readonly tag: 'H1' | 'P';
  /** Space above it. */
  readonly above: number;
};

/** Draws the sheet as a page of its own. */
export function drawCertificate(flow: Flow, model: CertificateModel): void {
  const { document } = flow;
  document.addPage({ size: [sheet.width, sheet.height], margin: 0 });
  drawArtifact(document, 'Layout', () => {
    drawFrame(flow, model.steps);
  });
  const words = sized(flow, wordsOf(model));
  const spare = Math.max(0, factsTop - 40 - endOf(flow, words)) / 2;
  flow.y = top;
  for (const part of words) {
    flow.y += part.above + (part.tag === 'H1' ? Math.min(spare, mostSpare) : 0);
    drawWords(flow, part);
  }
  drawFacts(flow, model.facts);
  drawCheck(flow, model.check);
  drawNotice(flow, model.notice);
}

function wordsOf(model: CertificateModel): readonly Words[] {
  const all: readonly Words[] = [
    { words: model.kind.toUpperCase(), style: styles.kind, tag: 'P', above: 0 },
    { words: model.charter, style: styles.charter, tag: 'P', above: 2 },
    { words: model.level, style: styles.level, tag: 'H1', above: 20 },
    { words: model.introduction, style: styles.introduction, tag: 'P', above: 8 },
    { words: model.department, style: styles.department, tag: 'P', above: 8 },
    { words: model.organisation, style: styles.organisation, tag: 'P', above: 4 },
    { words: model.meaning, style: styles.meaning, tag: 'P', above: 18 },
  ];
  return all.filter(({ words }) => words !== '');
}

/** The words in the largest of the sizes in which all of them fit above the facts. */
function sized(flow: Flow, words: readonly Words[]): readonly Words[] {
  const sizes = shrinking.map((share) => words.map((part) => smaller(part, share)));
  const fits = (parts: readonly Words[]): boolean => endOf(flow, parts) < factsTop - 18;
  return sizes.find(fits) ?? sizes.at(-1) ?? words;
}

function smaller({ style, ...part }: Words, share: number): Words {
  const { size, leading } = style;
  // What is small already stays readable.
  const by = Math.max(share, Math.min(1, 8 / size));
  return { ...part, style: { ...style, size: size * by, leading: leading * by } };
}

/** Where the words end on the sheet. */
function endOf(flow: Flow, words: readonly Words[]): number {
  const heights = words.map((part) => part.above + linesOf(flow, part).length * part.style.leading);
  return heights.reduce((sum, height) => sum + height, top);
}

function linesOf(flow: Flow, { words, style }: Words) {
  return flow.type.balanced(words, style, column.width);
}

function drawWords(flow: Flow, part: Words): void {
  const tag = addTag(flow.document, flow.root, { type: part.tag });
  drawLines(flow, tag, { lines: linesOf(flow, part), style: part.style, column });
}

/** Number, days and the awarding body side by side, as a list of labelled values. */
function drawFacts(flow: Flow, facts: readonly Fact[]): void {
  const { document } = flow;
  const whole = addList(document, flow.root, 'None');
  const width = (sheet.width - 2 * left) / Math.max(1, facts.length);
  facts.forEach(({ label, value }, index) => {
    const place = { x: left + index * width, width: width - 14 };
    flow.y = factsTop;
    const entry = addTag(document, whole, { type: 'LI' });
    drawLines(flow, addTag(document, entry, { type: 'Lbl' }), {
      lines: flow.type.lines(label, text.figureLabel, place.width),
      style: text.figureLabel,
      column: place,
    });
    const style = fitting(flow, value, place.width);
    drawLines(flow, addTag(document, entry, { type: 'LBody' }), {
      lines: flow.type.balanced(value, style, place.width),
      style,
      column: place,
    });
  });
}

/** Small enough for three lines at most. */
function fitting(flow: Flow, value: string, width: number): TextStyle {
  const fits = (style: TextStyle): boolean => flow.type.lines(value, style, width).length <= 3;
  const sizes = sizesOf(styles.value);
  return sizes.find(fits) ?? sizes.at(-1) ?? styles.value;
}

function sizesOf(style: TextStyle): readonly TextStyle[] {
  return shrinking.map((share) => ({
    ...style,
    size: style.size * share,
    leading: style.leading * share,
  }));
}

function drawCheck(flow: Flow, { text: words, address }: CertificateModel['check']): void {
  const { document } = flow;
  const place = { x: code.x, y: factsTop - code.size - 34, size: code.size };
  const figure = addTag(document, flow.root, {
    type: 'Figure',
    alt: PAGE.qrCode(address),
    placement: 'Block',
    bbox: [place.x, place.y, place.x + place.size, place.y + place.size],
  });
  drawTagged(document, figure, () => {
    drawQr(document, address, place);
  });
  drawBelow(flow, { words: `${words} ${address}`, style: text.small, at: checkTop, height: 18 });
}

function drawNotice(flow: Flow, notice: string): void {
  drawBelow(flow, { words: notice, style: text.footer, at: noticeTop, height: noticeHeight });
}

/** Words over the whole width, in the largest size in which they keep to their height. */
function drawBelow(
  flow: Flow,
  set: {
    readonly words: string;
    readonly style: TextStyle;
    readonly at: number;
    readonly height: number;
  },
): void {
  const place = { x: left, width: sheet.width - 2 * left };
  const sizes = sizesOf(set.style);
  const linesIn = (style: TextStyle) => flow.type.lines(set.words, style, place.width);
  const fits = (style: TextStyle) => linesIn(style).length * style.leading <= set.height;
  const style = sizes.find(fits) ?? sizes.at(-1) ?? set.style;
  flow.y = set.at;
  const tag = addTag(flow.document, flow.root, { type: 'P' });
  drawLines(flow, tag, { lines: linesIn(style), style, column: place });
}

/** A double frame, and rising steps at the top right: filled up to the level that was awarded. */
function drawFrame({ document }: Flow, steps: CertificateModel['steps']): void {
  const { width, height } = sheet;
  document.rect(0, 0, width, height).fill(colour.navy);
  document.rect(frame, frame, width - 2 * frame, height - 2 * frame).fill(colour.white);
  const inner = frame + 7;
  document
    .lineWidth(1)
    .rect(inner, inner, width - 2 * inner, height - 2 * inner)
    .stroke(colour.blue);
  document
    .lineWidth(0.6)
    .moveTo(left, factsTop - 12)
    .lineTo(width - left, factsTop - 12)
    .stroke(colour.rule);
  const step = Math.min(34, code.size / steps.of);
  const size = { width: steps.of * step - 5, height: steps.of * 20 };
  drawSteps(document, steps, {
    ...size,
    x: width - left - 12 - size.width,
    y: top + 16,
    between: 5,
  });
}
