// What scripts add to the page of a criterion, beside saving it (ui/kit/typing/typing.ts): words are counted as they are
// typed, others who have it open are named, what counts follows what is saved, and files go up at once.
import { takeFiles } from '#app/ui/evidence/send-files.ts';
import { followWhatIsSaved } from '#app/ui/kit/typing/fresh-parts.ts';
import { countLive } from '#app/ui/kit/words/live-count.ts';
import { watchPresence } from './presence-line.ts';

countLive();
watchPresence();
followWhatIsSaved();
takeFiles();
