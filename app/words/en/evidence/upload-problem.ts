// Words for what can stand in the way of a file or a link.
import type { KindProblem } from '#app/domain/evidence/file-kinds.ts';
import { waitText } from '#words/kit/general.ts';
import type { Most } from '#words/kit/fact-words.ts';
import { fieldText } from '#words/kit/field-problem-text.ts';
import { LANGUAGE } from '#words/language.ts';
import { kindWords } from './kind-words.ts';

export const ATTACHING = {
  'nothing-chosen': 'Choose at least one file or link that is not in use here',
  'too-many-items': ({ most }: Most) =>
    `A criterion takes ${most} items of evidence. Remove one first`,
  'department-full':
    'The files of your department have reached 2 GB. Remove some before you add more',
  'organisation-full': ({ most }: Most) =>
    `The files of your organisation would take more than the ${Math.floor(most / 1024 / 1024).toLocaleString(LANGUAGE)} MB that they may. Nothing was attached. Remove files that are not needed, or ask the person who runs the service for more room`,
};

const NOT_WHOLE = 'The file did not arrive whole. Nothing was attached. Choose it again';

export const UPLOADS = {
  'too-large': 'The file is larger than 25 MB. Nothing was attached. Make it smaller or split it',
  'empty-file': 'The file is empty. Choose another',
  'kind-not-accepted': ({ reason }: Pick<KindProblem, 'reason'>) =>
    `${kindWords(reason)}. Nothing was attached`,
  'too-many-uploads': ({ seconds }: { readonly seconds: number }) =>
    `You have sent very many files in the last hour. Nothing of this one was kept. Wait ${waitText(seconds)}, then choose the file again`,
  'storage-full':
    'Our store is full, so nothing was attached. Your answers are safe. Tell the person who runs the service',
  'field-too-long': ({ field }: { readonly field: string }) =>
    `Shorten ${fieldText(field)}, then choose the file again`,
  'not-multipart': NOT_WHOLE,
  malformed: NOT_WHOLE,
  'too-many-parts': NOT_WHOLE,
  aborted: NOT_WHOLE,
};
