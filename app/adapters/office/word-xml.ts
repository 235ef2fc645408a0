// The elements of a Word document that ours has ([ECMA-376] part 1, 17): paragraphs of runs, a table of one
// column, and the styles that make headings headings. Elements stand in the order that the standard asks for.
import { markupText } from '#app/domain/markup-text.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const INK = '0B2A4A';
const FRAME = '4C6272';
const WIDTH = 9_000;
const RIGHT_TO_LEFT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** How a piece of text looks: strong, or a small note. */
type Look = 'strong' | 'note';

type ParagraphLook = {
  readonly style?: 'Title' | 'Heading1' | 'Heading2' | 'Heading3';
  /** Room below it, in twentieths of a point. */
  readonly after?: number;
  readonly keepNext?: boolean;
  readonly rightToLeft?: boolean;
};

/** A paragraph of runs. */
export function paragraph(content: string, look: ParagraphLook = {}): string {
  const { style, after, keepNext = false, rightToLeft = false } = look;
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    keepNext ? '<w:keepNext/>' : '',
    rightToLeft ? '<w:bidi/>' : '',
    after === undefined ? '' : `<w:spacing w:after="${after}"/>`,
  ].join('');
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

const LOOKS: Readonly<Record<Look, string>> = {
  strong: '<w:b/><w:bCs/>',
  note: `<w:color w:val="${FRAME}"/><w:sz w:val="16"/><w:szCs w:val="16"/>`,
};

/** The text in runs; a tab is an element of its own, or programs take it for a space. */
export function runs(text: string, look?: Look): string {
  return text
    .split('\t')
    .map((piece, index) => {
      const direction = RIGHT_TO_LEFT.test(piece) ? '<w:rtl/>' : '';
      const properties = `${look === undefined ? '' : LOOKS[look]}${direction}`;
      return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${index === 0 ? '' : '<w:tab/>'}<w:t xml:space="preserve">${markupText(piece)}</w:t></w:r>`;
    })
    .join('');
}

/** What somebody wrote, a paragraph for each line, each in its own direction. */
export function written(text: string): string {
  return text
    .split('\n')
    .map((line) => paragraph(runs(line), { rightToLeft: RIGHT_TO_LEFT.test(line) }))
    .join('');
}

/** A framed table of one column. */
export function table(rows: readonly string[]): string {
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="single" w:sz="4" w:color="auto"/>`,
  );
  return `<w:tbl><w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${lines.join('')}</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="${WIDTH}"/></w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** A row of that table, with paragraphs on a ground of this colour. */
export function row(content: string, ground: string): string {
  const sides = (of: (side: string) => string) =>
    ['top', 'left', 'bottom', 'right'].map(of).join('');
  const borders = sides((side) => `<w:${side} w:val="single" w:sz="6" w:color="${FRAME}"/>`);
  const margins = sides((side) => {
    const width = side === 'top' || side === 'bottom' ? 60 : 100;
    return `<w:${side} w:w="${width}" w:type="dxa"/>`;
  });
  return `<w:tr><w:tc><w:tcPr><w:tcW w:w="${WIDTH}" w:type="dxa"/><w:tcBorders>${borders}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="${ground}"/><w:tcMar>${margins}</w:tcMar></w:tcPr>${content}</w:tc></w:tr>`;
}

/** The document itself, on A4. */
export function documentXml(blocks: readonly string[]): string {
  return `<w:document xmlns:w="${MAIN}"><w:body>${blocks.join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/><w:docGrid w:linePitch="360"/></w:sectPr></w:body></w:document>`;
}

/** Without it, Word opens the document as one of 2007 and shows less. */
export const SETTINGS = `<w:settings xmlns:w="${MAIN}"><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

const ARIAL = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>';

/** The styles, and the language that screen readers speak it in. */
export const STYLES = `<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>${ARIAL}${size(22)}<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>${styleNamed('Title', '', 44)}${heading(1, 480, 32)}${heading(2, 360, 26)}${heading(3, 200, 22)}</w:styles>`;

function size(halfPoints: number): string {
  return `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}

function heading(level: 1 | 2 | 3, before: number, halfPoints: number): string {
  const place = `<w:pPr><w:keepNext/><w:spacing w:before="${before}" w:after="120"/><w:outlineLvl w:val="${level - 1}"/></w:pPr>`;
  return styleNamed(`heading ${level}`, place, halfPoints);
}

function styleNamed(name: string, place: string, halfPoints: number): string {
  const id = name.replace(/^heading /, 'Heading');
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>${place}<w:rPr>${ARIAL}<w:b/><w:bCs/><w:color w:val="${INK}"/>${size(halfPoints)}</w:rPr></w:style>`;
}
