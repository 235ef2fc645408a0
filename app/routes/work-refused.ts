// A page in place of a file that was not made: why, and when to ask again. It stands for itself, because
// an address of a file has no page around it.
import { NO_FILE } from '#words/kit/kit-pages.ts';
import { addressOf } from '#app/addresses.ts';
import { markupText } from '#app/domain/markup-text.ts';
import type { WorkProblem } from '#app/ports.ts';
import { ALTERED } from '#words/kit/general.ts';
import { workProblemText } from '#words/kit/general.ts';
import { dayOf } from '#words/kit/time.ts';
import { LANGUAGE } from '#words/language.ts';

/** 429 with Retry-After while one's own work waits; 503 where the work was stopped at a limit. */
export function workRefused(problem: WorkProblem): Response {
  const busy = problem.code === 'work-waiting';
  const title = busy ? NO_FILE.othersFirst : NO_FILE.notMade;
  const text = `${workProblemText(problem)}.`;
  const response = refusal({ title, text, status: busy ? 429 : 503 });
  if (busy) response.headers.set('Retry-After', String(problem.seconds));
  return response;
}

/** 409 where what was submitted or decided is not what lies there now. */
export function alteredFile(): Response {
  return refusal({ title: NO_FILE.altered, text: `${ALTERED}.`, status: 409 });
}

/** 410 where the award of a public document has been withdrawn: when and why, and where its page is. */
export function withdrawnDocument(award: WithdrawnAward): Response {
  const { number, withdrawnAt, reason } = award;
  return refusal({
    title: NO_FILE.withdrawn,
    text: NO_FILE.withdrawnWhy(number, dayOf(withdrawnAt), reason),
    status: 410,
    link: { to: addressOf('/awards/:award', { award: number }), text: NO_FILE.pageOfAward },
  });
}

type WithdrawnAward = {
  readonly number: string;
  readonly withdrawnAt: string;
  readonly reason: string;
};

type Link = { readonly to: string; readonly text: string };
const START: Link = { to: '/', text: NO_FILE.startPage };

type Refusal = {
  readonly title: string;
  readonly text: string;
  readonly status: number;
  readonly link?: Link;
};

function refusal({ title, text, status, link = START }: Refusal): Response {
  return new Response(pageOf(title, text, link), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

function pageOf(title: string, text: string, link: Link): string {
  return `<!doctype html>
<html lang="${LANGUAGE}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${markupText(text)}</p>
<p>Go back to the page that you came from, or <a href="${link.to}">go to ${link.text}</a>.</p>
</main>
</body>
</html>
`;
}
