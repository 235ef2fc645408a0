// Rules for how much evidence a rating needs: within one kind, and within rules without a kind, a later rule
// has both numbers higher. Source: scoring.md, Terms, and What charter format 2 adds, Evidence.
import { checkKind } from './check-indicator-rule.ts';
import type { Finding } from '#app/domain/charter/finding.ts';
import { findingAt, fromTooHigh, type Known } from './known.ts';
import { id, integer } from '#app/domain/charter/values.ts';
import type { Place } from '#app/domain/charter/view.ts';

type Numbers = { readonly from: number; readonly minimum: number };

/** Every broken rule of a list of evidence rules. */
export function checkEvidenceRules(rules: Place, known: Known): readonly Finding[] {
  const before = new Map<string, Numbers>();
  return rules.items().flatMap((rule) => {
    const from = rule.at('from').read(integer(1, 99));
    const minimum = rule.at('minimum').read(integer(1, 50));
    const named = checkKind(rule.at('kind'), known);
    if (from === null || minimum === null) return named;
    const kind = rule.at('kind').read(id) ?? '';
    const findings = [...named, ...fromTooHigh(rule, known)];
    const last = before.get(kind);
    before.set(kind, { from, minimum });
    if (last === undefined || (from > last.from && minimum > last.minimum)) return findings;
    const message = `evidence rules rise: after from ${last.from}, minimum ${last.minimum} both numbers must be higher`;
    return [...findings, findingAt(rule, 'evidence-order', message)];
  });
}
