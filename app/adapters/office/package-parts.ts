// The parts of a Microsoft office file by what they are related to ([ECMA-376] part 2, 9.3): programs name
// them as they like, so that a name says nothing. Names differ in upper and lower case.
import type { XmlElement } from '@rgrove/parse-xml';
import type { OfficeProblem } from '#app/domain/workbook.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { partNamed, type Relation, relationsIn } from './office-relations.ts';
import { type XmlLimits, xmlRoot } from './xml-text.ts';
import { zipParts } from './zip-parts.ts';

type Limits = { readonly bytes: number; readonly xml: XmlLimits };

/** The roots of these parts, of those that are there, by their names in lower case. */
export async function rootsOf(
  file: Uint8Array,
  names: readonly string[],
  limits: Limits,
): Promise<Result<ReadonlyMap<string, XmlElement>, OfficeProblem>> {
  const wanted = new Set(names);
  const parts = await zipParts(file, (name) => wanted.has(name.toLowerCase()), limits.bytes);
  if (!parts.ok) return parts;
  const roots = new Map<string, XmlElement>();
  for (const name of parts.value.names) {
    const part = parts.value.read(name);
    const root = part === null ? null : xmlRoot(part, limits.xml);
    if (root === null) return refused({ code: 'unreadable' });
    if (!root.ok) return root;
    roots.set(name.toLowerCase(), root.value);
  }
  return ok(roots);
}

/** What a part is related to inside the file, by the whole relation; the names are in lower case. */
export async function relatedParts(
  file: Uint8Array,
  source: string,
  limits: Limits,
): Promise<Result<readonly Relation[], OfficeProblem>> {
  const name = source.replace(/([^/]*)$/, '_rels/$1.rels');
  const parts = await zipParts(file, (one) => one.toLowerCase() === name, limits.bytes);
  if (!parts.ok) return parts;
  const [found] = parts.value.names;
  const bytes = found === undefined ? null : parts.value.read(found);
  // A part need not be related to anything.
  if (found === undefined) return ok([]);
  if (bytes === null) return refused({ code: 'unreadable' });
  const relations = relationsIn(new TextDecoder('utf-8').decode(bytes));
  return ok(
    relations
      .filter(({ external }) => !external)
      .map((relation) => ({ ...relation, target: partNamed(source, relation.target) })),
  );
}

/**
 * The name of the part that the file is about: the document of a document, the workbook of a workbook. A file
 * that does not say has it under its usual name.
 */
export async function mainPart(
  file: Uint8Array,
  usual: string,
  limits: Limits,
): Promise<Result<string, OfficeProblem>> {
  const related = await relatedParts(file, '', limits);
  if (!related.ok) return related;
  const main = related.value.find(({ type }) => type === 'officedocument');
  return ok(main?.target ?? usual);
}
