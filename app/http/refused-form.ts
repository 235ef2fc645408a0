// How a form is answered that was refused: most say what to put right; one whose password could not be
// looked at for the number of others says when to come again.

type Refused = { readonly code: string } | { readonly code: 'busy'; readonly seconds: number };

/** The status of the page with the form again, and what else its answer says. */
export function refusedForm(problem: Refused): ResponseInit {
  return 'seconds' in problem && problem.code === 'busy'
    ? { status: 503, headers: { 'Retry-After': String(problem.seconds) } }
    : { status: 422 };
}

/** For routes that answer with such a page: when to come again, where the action says it. */
export function headersOfAction({ actionHeaders }: { readonly actionHeaders: Headers }) {
  const seconds = actionHeaders.get('Retry-After');
  return seconds === null ? new Headers() : new Headers({ 'Retry-After': seconds });
}
