// What scripts add to the page of a criterion, beside saving it (ui/kit/typing/typing.ts): words are counted as they are
// typed, others who have it open are named, what counts follows what is saved, and files go up at once.
import { takeFiles } from '#app/ui/evidence/send-files.ts';
import { followWhatIsSaved, KEPT } from '#app/ui/kit/typing/fresh-parts.ts';
import { countLive } from '#app/ui/kit/words/live-count.ts';
import { watchPresence } from './presence-line.ts';

countLive();
watchPresence();
followWhatIsSaved();
document.addEventListener(KEPT, (event) => {
  // Whoever has saved it has it before them.
  const version: unknown = event instanceof CustomEvent ? event.detail : undefined;
  const field = document.querySelector<HTMLInputElement>('[data-answer-version]');
  if (field !== null && typeof version === 'number') field.value = String(version);
});
takeFiles();
