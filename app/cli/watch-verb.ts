// The verb watch: the page of a charter in a browser of this machine while it is being written.
import { serveWatched } from '#app/adapters/charter-watch/serve-watched.ts';
import { watchCharter } from '#app/adapters/charter-watch/watch-charter.ts';
import { loadPages } from '#app/cli/watch/load-pages.ts';
import { WATCH } from '#words/charters/watch-words.ts';
import { translationIn } from './input.ts';
import { only, type Options } from './options.ts';
import { CommandFailure, EXIT, print, tell } from './output.ts';
import { terminal } from './terminal.ts';

/** Serves the page until it is stopped. */
export async function watch(
  paths: readonly string[],
  { port, language }: Options,
): Promise<number> {
  const folder = only(paths, 'watch');
  let served: Awaited<ReturnType<typeof serveWatched>> | null = null;
  const charter = await watchCharter(folder, (watched) => {
    tell(watched.gone ? WATCH.gone(folder) : WATCH.changed(watched.mistakes.length));
    served?.changed(watched);
  }).catch(() => {
    throw new CommandFailure(EXIT.io, `cannot read the folder ${folder}`);
  });
  try {
    const { charter: sound, translations } = charter.now();
    // A charter with a mistake may have the language once that is mended.
    if (language !== undefined && sound !== null)
      translationIn({ charter: sound, translations }, language);
    tell(WATCH.building);
    const pages = await loadPages(terminal().env['BUILD_DIR'] ?? 'build');
    served = await serveWatched(charter.now, pages, port).catch(() => {
      throw new CommandFailure(EXIT.io, `cannot listen on port ${port}`);
    });
    const query = language === undefined ? '' : `/?language=${encodeURIComponent(language)}`;
    print(WATCH.serving(folder, `${served.address}${query}`));
    tell(WATCH.untilStopped);
    await terminal().stopped();
    await served.close();
  } finally {
    charter.stop();
  }
  return EXIT.ok;
}
