// The certificate of an award: one sheet that says who holds what, until when, and where to check it.
import { CERTIFICATE } from '#words/award/award-report-words.ts';
import { LABEL } from '#words/kit/labels.ts';
import { charterTitle } from '#app/domain/charter/charter.ts';
import { LANGUAGE } from '#words/language.ts';
import { type AwardInput, awardFactsOf } from './award-facts.ts';
import { levelSteps } from './level-steps.ts';
import type { DocumentModel } from './model.ts';
import { ended, levelOf, levelText } from '#words/kit/wording.ts';

/** The document; everything in it comes from the input. */
export function certificateDocument(input: AwardInput): DocumentModel {
  const { charter, record, award } = input;
  const { organisation, department } = record;
  const level = levelOf(charter, award.level);
  const label = levelText(charter, award.level);
  const [, ...facts] = awardFactsOf(input);
  const body = award.awardingBody;
  return {
    title: CERTIFICATE.title(label, department),
    subject: CERTIFICATE.subject(charterTitle(input.charter)),
    language: LANGUAGE,
    runningTitle: LABEL.certificate,
    audience: CERTIFICATE.audience,
    notice: charter.notice,
    cover: null,
    blocks: [
      {
        kind: 'certificate',
        certificate: {
          kind: LABEL.certificate,
          charter: charterTitle(input.charter),
          level: label,
          meaning: level === undefined ? '' : ended(level.means),
          introduction: CERTIFICATE.hasBeenAwardedTo,
          department,
          organisation,
          facts: body === null ? facts : [...facts, { label: LABEL.awardedBy, value: body }],
          steps: levelSteps(charter.levels, award.level),
          check: { text: CERTIFICATE.check, address: award.address },
          notice: charter.notice,
        },
      },
    ],
  };
}
