// Words for what can stand in the way of starting, naming, copying, moving and discarding a draft.
import type { Most } from '#words/kit/fact-words.ts';
import { dayText } from '#words/kit/time.ts';

export const DRAFTS = {
  'name-too-long': ({ most }: Most) => `The name can have at most ${most} characters`,
  'name-taken':
    'Give it a name that no other draft of the department has, so that they are told apart',
  'name-taken-meanwhile':
    'Another draft of the department has the same name by now, or no name either. Give that one another name, then restore this one',
  'under-way': ({ count }: { readonly count: number }) =>
    count === 1
      ? 'The department has a draft for this charter already. Nothing was started'
      : `The department has ${count} drafts for this charter already. Nothing was started`,
  'was-submitted': 'It has been submitted before, so it stays on record and cannot be discarded',
  'restore-over': ({ lastDay }: { readonly lastDay: string }) =>
    `It could be restored until ${dayText(lastDay)}. Nothing of it is deleted: ask the person who runs the service`,
  'renewal-runs':
    'Another renewal of the same award was started since, so this one stays discarded',
  'no-such-version': 'This is not a newer published version of the charter',
  'preview-old':
    'Someone changed the assessment after you opened this page. Look at it again, then decide',
  'nothing-to-copy': 'Choose at least one answer to copy',
};
