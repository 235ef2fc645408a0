// What a page hears whose text is saved while somebody types (ui/kit/typing/send-typed.ts), in JSON.
import { type ProblemCode, statusOf } from '#app/http/respond.ts';

/** Kept, as this version. */
export function keptAnswer(version: number, message: string): Response {
  return Response.json({ version, message });
}

/** Not kept; the text stays in its form, and after a change by somebody else a button alone saves it. */
export function notKept(code: ProblemCode, message: string): Response {
  return Response.json({ message }, { status: statusOf(code) });
}
