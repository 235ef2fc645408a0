// Rules for what a criterion asks of workforce figures: it names indicators that exist, asks of each what its
// kind can say, and evidence that stands in for a figure is of a kind that the charter knows.
// Source: scoring.md, Indicator rules, and What charter format 2 adds, Indicators.
import { didYouMean, type Finding } from '#app/domain/charter/finding.ts';
import { findingAt, fromTooHigh, type Known } from './known.ts';
import { id, ratio } from '#app/domain/charter/values.ts';
import type { Place } from '#app/domain/charter/view.ts';

const BOUNDS = ['min', 'max', 'rises', 'numeratorNotLower', 'atLeastShareOf'] as const;

/** Every broken rule of one entry under a criterion's `indicators`. */
export function checkIndicatorRule(rule: Place, known: Known): readonly Finding[] {
  const or = rule.at('or');
  return [
    ...(or.present ? checkOr(rule) : checkOne(rule, known)),
    ...or.items().flatMap((check) => checkOne(check, known)),
    ...fromTooHigh(rule, known),
    ...checkAlternative(rule.at('alternative'), known),
  ];
}

function checkOr(rule: Place): readonly Finding[] {
  return ['indicator', ...BOUNDS]
    .map((key) => rule.at(key))
    .filter(({ present }) => present)
    .map((place) => {
      const message = `beside "or" there is no "${String(place.path.at(-1))}"; it stands in each rule under or`;
      return findingAt(place, 'indicator-rule', message, 'key');
    });
}

function checkOne(check: Place, known: Known): readonly Finding[] {
  if (!check.at('indicator').present) {
    // Under `or` the shape asks for it already.
    return check.at('from').present
      ? [findingAt(check, 'missing-key', 'the key "indicator" is missing')]
      : [];
  }
  const name = check.at('indicator').read(id);
  const indicator = name === null ? undefined : known.indicators.get(name);
  if (indicator !== undefined) return checkBounds(check, indicator, known);
  return name === null ? [] : [unknownIndicator(check.at('indicator'), name, known)];
}

function unknownIndicator(place: Place, name: string, known: Known): Finding {
  const guess = didYouMean(name, [...known.indicators.keys()]);
  const message = `unknown indicator "${name}"; define it under indicators in charter.yaml.${guess}`;
  return findingAt(place, 'unknown-indicator', message);
}

function checkBounds(check: Place, indicator: Place, known: Known): readonly Finding[] {
  switch (indicator.at('kind').data) {
    case 'trend':
      return checkTrend(check, known);
    case 'relative-likelihood':
      return checkRatio(check);
    default:
      return [];
  }
}

function checkTrend(check: Place, known: Known): readonly Finding[] {
  const bounded = check.at('min').present || check.at('max').present;
  const rises = check.at('rises').present;
  const compared = check.at('atLeastShareOf');
  if (bounded || rises === compared.present) {
    const message = 'a trend takes rises: true or, in format 2, atLeastShareOf, and no min or max';
    return [findingAt(check, 'indicator-rule', message)];
  }
  if (check.at('numeratorNotLower').present && !rises) {
    const message = 'numeratorNotLower goes with rises: true';
    return [findingAt(check.at('numeratorNotLower'), 'indicator-rule', message, 'key')];
  }
  return checkCompared(check, compared, known);
}

function checkCompared(check: Place, compared: Place, known: Known): readonly Finding[] {
  const name = compared.read(id);
  if (name === null) return [];
  const other = known.indicators.get(name);
  if (other === undefined) return [unknownIndicator(compared, name, known)];
  const isTrend = other.at('kind').data === 'trend';
  if (isTrend && name !== check.at('indicator').read(id)) return [];
  const message = 'atLeastShareOf names another indicator of the kind trend';
  return [findingAt(compared, 'indicator-rule', message)];
}

function checkRatio(check: Place): readonly Finding[] {
  const [low, high, ...others] = BOUNDS.map((key) => check.at(key));
  const bounded = low?.present === true || high?.present === true;
  if (!bounded || others.some(({ present }) => present)) {
    const message = 'a relative likelihood takes min, max or both, and no rises';
    return [findingAt(check, 'indicator-rule', message)];
  }
  const [min, max] = [check.at('min').read(ratio), check.at('max').read(ratio)];
  if (min === null || max === null) return [];
  if (min.numerator * max.denominator <= max.numerator * min.denominator) return [];
  const message = 'max is lower than min; nothing could meet both';
  return [findingAt(check.at('max'), 'indicator-rule', message)];
}

function checkAlternative(alternative: Place, known: Known): readonly Finding[] {
  const reasons = alternative.at('when').items();
  const twice = reasons
    .filter((place, index) => reasons.findIndex(({ data }) => data === place.data) < index)
    .map((place) => findingAt(place, 'duplicate-id', `"${String(place.data)}" is listed twice`));
  return [...twice, ...checkKind(alternative.at('evidence').at('kind'), known)];
}

/** A kind of evidence that a rule names is one of the charter's. */
export function checkKind(place: Place, known: Known): readonly Finding[] {
  const name = place.read(id);
  if (name === null || known.kinds.has(name)) return [];
  const guess = didYouMean(name, [...known.kinds.keys()]);
  const message = `unknown kind of evidence "${name}"; define it under kinds in charter.yaml.${guess}`;
  return [findingAt(place, 'unknown-kind', message)];
}
