// What a page hears whose text is saved while somebody types (ui/kit/typing/send-typed.ts), in JSON.

/** Kept, as this version. */
export function keptAnswer(version: number, message: string): Response {
  return Response.json({ version, message });
}

/** Not kept; the text stays in its form, and after a change by somebody else a button alone saves it. */
export function notKept(code: string, message: string): Response {
  return Response.json({ message }, { status: STATUS[code] ?? 422 });
}

const STATUS: Readonly<Partial<Record<string, number>>> = {
  'not-found': 404,
  'not-allowed': 403,
  'declare-first': 409,
  'wrong-phase': 409,
  altered: 409,
  'changed-meanwhile': 409,
  'rated-meanwhile': 409,
};
