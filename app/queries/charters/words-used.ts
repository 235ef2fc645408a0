// Which words of a charter's glossary a criterion uses, so that they can be explained where it is read.
import type { Charter, Criterion } from '#app/domain/charter/charter.ts';
import { unmarked } from '#app/domain/charter/translation/marked.ts';

type Term = Charter['glossary'][number];

/** The terms, in any of their forms, that stand in the texts of a criterion; in the order of the glossary. */
export function wordsUsed(
  { glossary }: Pick<Charter, 'glossary'>,
  criterion: Criterion,
): readonly Term[] {
  if (glossary.length === 0) return [];
  const texts = unmarked(textsOf(criterion).join('\n'));
  return glossary.filter(({ term, also = [] }) => isUsed([term, ...also], texts));
}

function textsOf(criterion: Criterion): readonly string[] {
  const { title, question, guidance, rationale, notApplicable, examples } = criterion;
  const parts = examples === null ? [] : [examples.good, examples.weak];
  return [
    title,
    question,
    guidance,
    rationale.why,
    notApplicable ?? '',
    ...criterion.descriptors,
    ...criterion.statements.flat(),
    ...criterion.evidenceWanted,
    ...parts.flatMap(({ text, why }) => [text, why]),
  ];
}

/** As words of their own, in whatever case. */
function isUsed(forms: readonly string[], texts: string): boolean {
  const written = forms.map((form) => unmarked(form).trim()).filter((form) => form !== '');
  if (written.length === 0) return false;
  const any = written.map(inExpression).join('|');
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${any})(?![\p{L}\p{M}\p{N}])`, 'iu').test(texts);
}

/** The form as it is looked for: its words with any space between them. */
function inExpression(form: string): string {
  return form
    .replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, String.raw`\s+`);
}
