// What an item of evidence needs before it is attached: a title, a file or a link, and a kind that its charter
// knows, if any. Links are kept as written and never fetched.
import type { Charter } from '#app/domain/charter/charter.ts';
import { EVIDENCE_LIMITS } from '#app/domain/limits.ts';
import { type FieldProblem, shortValue, tidy, tooLong } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { hasVisibleText } from '#app/domain/visible-text.ts';
import { addressProblem } from '#app/domain/web-address.ts';

export type EvidenceFields = {
  readonly title: string;
  /** What the item shows. */
  readonly description: string;
  readonly link: string | null;
  /** The id of one of the charter's kinds; null = none. */
  readonly kind: string | null;
};

/** As somebody gives it; without a kind = none. */
export type GivenEvidence = Omit<EvidenceFields, 'kind'> & { readonly kind?: string | null };

/** `file` is reported where neither a file nor a link is there. */
export type EvidenceFieldProblem = FieldProblem<'title' | 'description' | 'link' | 'file' | 'kind'>;

/** The fields as they are kept, or everything that is wrong with them. */
export function checkEvidence(
  charter: Pick<Charter, 'kinds'>,
  typed: GivenEvidence,
  { hasFile }: { readonly hasFile: boolean },
): Result<EvidenceFields, readonly EvidenceFieldProblem[]> {
  const title = tidy(typed.title);
  const description = tidy(typed.description);
  const link = tidy(typed.link ?? '');
  const kind = typed.kind || null;
  const required = (field: 'title' | 'file', missing: boolean): readonly EvidenceFieldProblem[] =>
    missing ? [{ field, code: 'required' }] : [];
  const problems: readonly EvidenceFieldProblem[] = [
    ...required('title', !hasVisibleText(title)),
    ...tooLong('title', title, EVIDENCE_LIMITS.titleCharacters),
    ...tooLong('description', description, EVIDENCE_LIMITS.descriptionCharacters),
    ...tooLong('link', link, EVIDENCE_LIMITS.linkCharacters),
    ...(link === '' ? [] : linkProblems(link)),
    ...required('file', link === '' && !hasFile),
    ...kindProblems(charter, kind),
  ];
  if (problems.length > 0) return refused(problems);
  return ok({ title, description, link: link === '' ? null : link, kind });
}

function kindProblems(
  { kinds }: Pick<Charter, 'kinds'>,
  kind: string | null,
): readonly EvidenceFieldProblem[] {
  if (kind === null || kinds.some(({ id }) => id === kind)) return [];
  return [{ field: 'kind', code: 'not-listed', value: shortValue(kind) }];
}

function linkProblems(link: string): readonly EvidenceFieldProblem[] {
  const code = addressProblem(link);
  return code === null ? [] : [{ field: 'link', code }];
}

/** The fields as they are from now on; null = they are so already. */
export function decideEvidence(
  charter: Pick<Charter, 'kinds'>,
  saved: EvidenceFields & { readonly fileId: string | null },
  typed: GivenEvidence,
): Result<EvidenceFields | null, readonly EvidenceFieldProblem[]> {
  const checked = checkEvidence(charter, typed, { hasFile: saved.fileId !== null });
  return checked.ok && isSame(saved, checked.value) ? ok(null) : checked;
}

function isSame(one: EvidenceFields, other: EvidenceFields): boolean {
  return (
    one.title === other.title &&
    one.description === other.description &&
    one.link === other.link &&
    one.kind === other.kind
  );
}

/** The address as a page may link to it, with what URLs do not take written as %…; null = none to link to. */
export function linkAddress(link: string): string | null {
  const href = addressProblem(link) === null ? URL.parse(link)?.href : undefined;
  return href?.replaceAll(/[|^`{}]/g, encodeURIComponent) ?? null;
}
