// The form of one criterion in the meeting: a note, and what the panel agrees. Read in the same way by its
// page and while somebody types; who writes only notes sends only those.
import { z } from 'zod';
import { draftOf } from '#app/domain/review/meeting-draft.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { choiceOf } from './choice.ts';

const text = z.string().max(100_000).default('');
const version = z.coerce.number().int().min(0);
const MeetingFields = z.object({
  intent: z.enum(['note', 'agree', 'agree-and-list']).default('note'),
  text,
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
  const { typed, value } = parsed;
  const { intent, next, choice, version: readVersion, draft: read, text: note, ...texts } = value;
  return {
    ok: true,
    typed,
    intent,
    next: intent === 'agree' ? next : '',
    note,
    agreed: { ...texts, choice: choiceOf(choice), readVersion },
    draft:
      read === undefined
        ? null
        : { read: { draft: read, agreed: readVersion }, texts: draftOf(typed) },
  } as const;
}
