// How a form is answered that was refused: most say what to put right; one that came at a time of very many
// others says when to come again.

type Refused = { readonly code: string } | { readonly code: string; readonly seconds: number };

/** Too many people sign in; one person sends too many files, or has too many waiting to be read. */
const STATUS: Readonly<Partial<Record<string, number>>> = {
  busy: 503,
  'too-many-uploads': 429,
  'work-waiting': 429,
};

/** The status of the page with the form again, and what else its answer says. */
export function refusedForm(problem: Refused): ResponseInit {
  const status = STATUS[problem.code];
  return status !== undefined && 'seconds' in problem
    ? { status, headers: { 'Retry-After': String(problem.seconds) } }
    : { status: 422 };
}

/** For routes that answer with such a page: when to come again, where the action says it. */
export function headersOfAction({ actionHeaders }: { readonly actionHeaders: Headers }) {
  const seconds = actionHeaders.get('Retry-After');
  return seconds === null ? new Headers() : new Headers({ 'Retry-After': seconds });
}
