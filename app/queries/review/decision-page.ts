// The decisions on an assessment as its department reads them: outcome, feedback on each criterion, what
// can be done now and until when. Nothing shows before a decision is recorded.
import { LABEL } from '#words/kit/labels.ts';
import { NOT_APPLICABLE_AGREED } from '#words/review/rated-text.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { inWordsFor } from '#app/domain/charter/in-words-for.ts';
import { decidedFacts } from '#app/domain/review/agreed-facts.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment } from '#app/domain/policy/assessment.ts';
import { inTimeToAppeal, lastAppealDay } from '#app/domain/review/appeal.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { recordIn } from '#app/doors/kept-record.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import {
  agreementMeaning,
  agreementText,
  outcomeMeaning,
  quorumText,
  spreadText,
  type Standing,
  stepsNow,
} from '#words/review/decision-words.ts';
import { levelText, ratingText } from '#words/kit/wording.ts';
import type { Services } from '#app/services.server.ts';
import { marksIn } from '#app/queries/submission/trail-marks.ts';
import { type AwardRow, loadAwardOf } from '#db/repositories/award/award-rows.ts';
import {
  type AppealRow,
  listAppealsOn,
  listDecisionsOn,
  loadRevision,
} from '#db/repositories/review/decisions.ts';
import { seatText } from '#words/review/seat-text.ts';
import { decidedRuledOut } from '#words/review/decided-ruled-out.ts';
import { recordedStatements } from '#words/review/agreed-statements.ts';
import { agreedFactTexts } from '#words/review/agreed-fact-texts.ts';
import { outcomeText } from '#words/review/outcome-text.ts';

/** The newest decision in full, the others in a line each; `decision` is null where there is none. */
export async function decisionPage(services: Services, actor: Actor, view: AssessmentView) {
  const { engine, library, clock } = services;
  const today = londonDay(clock().toISOString());
  const all = await listDecisionsOn(engine.db, view.id);
  const appeals = await listAppealsOn(engine.db, view.id);
  const [newest] = all;
  const charterOf = (record: DecisionRecord) =>
    inWordsFor(library.versions.get(record.charter)?.charter ?? view.charter, decidedFacts(record));
  const common = {
    id: view.id,
    department: view.department,
    organisation: view.organisation,
    appeals: appeals.map(appealShown),
    earlier: all.slice(1).map(({ decision }) => ({
      id: decision.id,
      at: decision.decidedAt,
      outcome: outcomeText(recordIn(decision).outcome),
      superseded: all.some((later) => later.decision.supersedes === decision.id),
    })),
  };
  if (newest === undefined) return { ...common, decision: null };
  const { decision, decidedBy } = newest;
  const record = recordIn(decision);
  const charter = charterOf(record);
  const award = await loadAwardOf(engine.db, decision.id);
  const revision = await loadRevision(engine.db, view.id);
  const marks = await marksIn(services, { assessmentId: view.id, of: 'decision' });
  const { appealBy, appeal, mayAppeal, appealEndedOn } = appealing(appeals, decision, today);
  const revising = revision !== null && today <= revision.dueOn;
  return {
    ...common,
    decision: {
      ...shownDecision(charter, record),
      nextSteps: stepsNow(record, {
        today,
        appealBy,
        appeal,
        revising,
        award: awardStanding(award),
      }),
      appealEndedOn,
      id: decision.id,
      at: decision.decidedAt,
      by: decidedBy,
      sha256: decision.sha256,
      trail: marks.get(decision.id) ?? null,
      award: award === null ? null : awardShown(charter, award),
      may: {
        appeal: mayAppeal && mayWithAssessment(actor, 'appeal', view.place),
        revise:
          revising && view.state === 'submitted' && mayWithAssessment(actor, 'revise', view.place),
      },
    },
  };
}

/** Whether the decision was appealed, or can be; the decision on an appeal is the last word. */
function appealing(
  appeals: readonly AppealRow[],
  { id, decidedAt }: { readonly id: string; readonly decidedAt: string },
  today: string,
): Pick<Standing, 'appealBy' | 'appeal'> & { mayAppeal: boolean; appealEndedOn: string | null } {
  const decidedOn = londonDay(decidedAt);
  const appealBy = lastAppealDay(decidedOn);
  const isInTime = inTimeToAppeal(decidedOn, today);
  const own = appeals.filter(
    ({ decisionId, outcome }) => decisionId === id || outcome === 'accepted',
  );
  const isOpen = own.some(({ closedAt }) => closedAt === null);
  const answered = own.length === 0 ? 'none' : 'answered';
  return {
    appealBy,
    mayAppeal: own.length === 0 && isInTime,
    appealEndedOn: own.length === 0 && !isInTime ? appealBy : null,
    appeal: isOpen ? 'open' : answered,
  };
}

function awardShown(charter: Charter, award: AwardRow) {
  return {
    number: award.number,
    level: levelText(charter, award.level),
    awardedOn: award.awardedOn,
    validUntil: award.validUntil,
    published: award.publishedAt !== null,
    withdrawn: award.withdrawnReason,
  };
}

function awardStanding(award: AwardRow | null) {
  if (award === null) return null;
  const { publishedAt, withdrawnAt } = award;
  if (withdrawnAt !== null) return 'withdrawn';
  return publishedAt === null ? 'waiting' : 'published';
}

function shownDecision(charter: Charter, record: DecisionRecord) {
  return {
    outcome: outcomeText(record.outcome),
    meaning: outcomeMeaning(charter, record),
    summary: record.summary,
    correction: record.correction,
    agreedFacts: agreedFactTexts(charter, record),
    agreement: {
      meaning: agreementMeaning(record.agreement.alpha),
      alpha: agreementText(record.agreement.alpha),
      ac2: agreementText(record.agreement.ac2),
      spread: spreadText(record),
    },
    level: levelText(charter, record.results.level),
    overall: record.results.overall.percent,
    panel: {
      name: record.panel.name,
      quorum: quorumText(record.panel),
      members: record.panel.members.map((member) => ({
        name: member.name,
        seat: seatText(member),
      })),
    },
    requirements: record.criteria
      .filter(({ requirement }) => requirement !== '')
      .map(({ criterion, requirement }) => ({ criterion, requirement })),
    sections: charter.sections.map((section) => ({
      id: section.id,
      title: section.title,
      criteria: section.criteria.flatMap(({ id, title }) => {
        const found = record.criteria.find(({ criterion }) => criterion === id);
        if (found === undefined) return [];
        return [
          {
            id,
            title,
            claimed:
              found.notApplicable === null
                ? ratingText(charter, found.claimed)
                : LABEL.notApplicable,
            consensus:
              found.consensus === null
                ? NOT_APPLICABLE_AGREED
                : ratingText(charter, found.consensus),
            /** Why it did not apply; null = no fact ruled it out. */
            ruledOut: decidedRuledOut(charter, record, id),
            statements: recordedStatements(charter, found),
            supported: ratingText(charter, found.supported),
            capped: found.consensus !== null && found.supported < found.consensus,
            reason: found.reason,
            commendation: found.commendation,
            recommendation: found.recommendation,
            requirement: found.requirement,
          },
        ];
      }),
    })),
  };
}

function appealShown({ id, grounds, madeAt, outcome, outcomeReason, closedAt }: AppealRow) {
  return { id, grounds, madeAt, outcome, reason: outcomeReason, closedAt };
}

export type DecisionPage = Awaited<ReturnType<typeof decisionPage>>;
