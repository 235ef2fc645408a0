// Facts that a panel corrects: the agreed ones decide. Source: scoring.md, What charter format 2 adds, Facts and
// `appliesWhen`.
import type { Charter } from '#app/domain/charter/charter.ts';
import { type Fact, type Facts, isFactValue } from '#app/domain/charter/facts.ts';
import { factsOf } from '#app/domain/formats/assessment-file.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { REVIEW_TEXTS } from '#app/domain/limits.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { CountedAnswers } from '#app/domain/scoring/answer.ts';
import { mustWrite, type TextRule } from '#app/domain/written-text.ts';

/** A fact as the panel agreed it; '' = not known. */
export type AgreedFact = { readonly fact: string; readonly value: string; readonly reason: string };

/** What is submitted, with what the panel agreed in its place. */
function factsAsAgreed(submitted: Facts, agreed: readonly AgreedFact[]): Facts {
  const all = new Map([...submitted, ...agreed.map(({ fact, value }) => [fact, value] as const)]);
  return new Map([...all].filter(([, value]) => value !== ''));
}

/** What was said, with facts as the panel agreed them. */
export function withAgreedFacts(
  { facts: submitted = new Map(), ...said }: CountedAnswers,
  agreed: readonly AgreedFact[],
): CountedAnswers {
  const facts = factsAsAgreed(submitted, agreed);
  return { ...said, ...(facts.size === 0 ? {} : { facts }) };
}

/** Those that the panel agreed otherwise than they were submitted, each with both; '' = not known. */
export function correctedFacts(submitted: Facts, agreed: readonly AgreedFact[]) {
  return agreed
    .map((one) => ({ ...one, submitted: submitted.get(one.fact) ?? '' }))
    .filter((one) => one.submitted !== one.value);
}

/** The facts that a decision was made on. */
export function decidedFacts({
  content,
  agreedFacts = [],
}: Pick<DecisionRecord, 'content' | 'agreedFacts'>): Facts {
  return factsAsAgreed(factsOf(content), agreedFacts);
}

export type NotAgreedFact =
  | { readonly code: 'no-such-fact' }
  | { readonly code: 'no-such-value'; readonly kind: Fact['kind'] }
  | TextRule<'fact-reason-wrong'>;

/** As a form gives it; null = no value was sent at all. */
export type GivenFact = Omit<AgreedFact, 'value'> & { readonly value: string | null };

/** What is agreed of a fact, as it is kept; a reason is always given. */
export function checkAgreedFact(
  charter: Pick<Charter, 'facts'>,
  { fact: id, value, reason: typed }: GivenFact,
): Result<AgreedFact, NotAgreedFact> {
  const fact = charter.facts.find((one) => one.id === id);
  if (fact === undefined) return refused({ code: 'no-such-fact' });
  if (value === null || (value !== '' && !isFactValue(fact, value))) {
    return refused({ code: 'no-such-value', kind: fact.kind });
  }
  const reason = mustWrite(REVIEW_TEXTS.factReason, typed);
  return reason.ok ? ok({ fact: id, value, reason: reason.value }) : reason;
}
