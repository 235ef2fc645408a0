// What people read when a page is not there, not for them, or failed: what happened and what to do next.

import type { AssessmentState } from '#app/domain/submission/life.ts';

export type ErrorWords = { readonly title: string; readonly paragraphs: readonly string[] };

/** The words where an assessment is signed or submitted by now, so that nothing in it changes. */
export function lockedWords(state: AssessmentState): ErrorWords {
  return {
    title: 'This assessment cannot be changed now',
    paragraphs: [
      state === 'submitted'
        ? 'The assessment has been submitted, so nothing in it can be changed.'
        : 'The executive sponsor has signed the assessment, so nothing in it can be changed until the lead reopens it.',
      'Nothing was saved. If you wrote something, it stands below; copy it if you need it.',
    ],
  };
}

/** The words for a status. */
export function errorWords(status: number): ErrorWords {
  switch (status) {
    case 404:
      return {
        title: 'Page not found',
        paragraphs: [
          'If you typed the address, check that it is right. If you followed a link, the page may have been removed, or it belongs to an organisation or department that you are not part of.',
          'If you think that you should see it, ask the assessment lead of the department to check your role.',
        ],
      };
    case 403:
      return {
        title: 'You cannot do this',
        paragraphs: [
          'Your role lets you read this page, and not make this change. Nothing was saved.',
          'Ask the assessment lead of the department if you should be able to.',
        ],
      };
    case 405:
      return {
        title: 'This page takes no such request',
        paragraphs: ['Nothing was changed. Go back and use the links and buttons of the page.'],
      };
    case 409:
      return {
        title: 'This record has been altered',
        paragraphs: [
          'What was submitted or decided here is no longer what lies in the database: it does not agree with its fingerprint, its signature or the record of events. So it is not opened, and nothing can be decided on it. Everything else works as before.',
          'Tell whoever runs the service at once. They find out what was changed, and bring back what it was from a backup.',
        ],
      };
    default:
      return {
        title: 'Sorry, something went wrong',
        paragraphs: [
          'The problem is on our side, and it has been recorded. What was saved before is safe.',
          'Go back and try again.',
        ],
      };
  }
}
