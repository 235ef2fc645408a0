// The form of one criterion in the meeting: a note, and what the panel agrees. Read in the same way by its
// page and while somebody types; who writes only notes sends only those.
import { z } from 'zod';
import { boxTexts } from '#app/domain/review/draft-boxes.ts';
import { AGREE_FIELDS, draftOf } from '#app/domain/review/meeting-draft.ts';
import { CLAIM_FIELDS } from '#app/http/forms/parse-answer.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { FORM } from '#words/kit/form-words.ts';
import { choiceIn } from './choice.ts';

const text = z.string().max(100_000).default('');
const version = z.coerce.number().int().min(0);
const MeetingFields = z.object({
  intent: z.enum(['note', 'agree', 'agree-and-list']).default('note'),
  text,
  ...CLAIM_FIELDS,
  choice: z.string().max(20).default(''),
  reason: text,
  commendation: text,
  recommendation: text,
  requirement: text,
  /** The version of what is agreed. */
  version: version.default(0),
  /** The version of the draft; a form without one has none. */
  draft: version.optional(),
  next: z.string().max(40).default(''),
});

/** Which button was chosen, what is to be given, and what the form was filled in on. */
export function readMeetingForm(form: FormData) {
  const parsed = parseForm(form, MeetingFields);
  if (!parsed.ok) return parsed;
  const { intent, next, text: note, upTo, draft: read, version: readVersion } = parsed.value;
  const { reason, commendation, recommendation, requirement, statements } = parsed.value;
  const chosen = choiceIn(parsed.value, { form, typed: parsed.typed });
  if (chosen === 'several') {
    return { ok: false, errors: { rating: FORM.oneOfThese }, typed: parsed.typed } as const;
  }
  const { choice, ticked } = chosen;
  // Whatever else is sent under that name was typed by nobody.
  const { ticked: _, ...sent } = chosen.typed;
  const typed = statements === undefined ? sent : { ...sent, ...boxTexts({ choice, ticked }) };
  return {
    ok: true,
    typed,
    /** The button that ticks statements gives nothing: what it ticks is kept as a draft. */
    intent: upTo === undefined ? intent : 'tick',
    next: intent === 'agree' ? next : '',
    note,
    agreed: { reason, commendation, recommendation, requirement, choice, ticked, readVersion },
    draft:
      read === undefined
        ? null
        : { read: { draft: read, agreed: readVersion }, texts: draftOf(typed, AGREE_FIELDS) },
  } as const;
}
