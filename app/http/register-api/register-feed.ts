// New and withdrawn awards as a feed that readers and other sites subscribe to (Atom, RFC 4287).
import { FEED } from '#words/award/award-pages.ts';
import { addressOf } from '#app/addresses.ts';
import { markupText } from '#app/domain/markup-text.ts';
import type { FeedEntry } from '#app/queries/award/feed-entries.ts';
import { LANGUAGE } from '#words/language.ts';

/** The feed; what changed last comes first, and its time is that of the feed. */
export function registerFeed(entries: readonly FeedEntry[], origin: string): string {
  const updated = entries[0]?.updatedAt ?? '2026-01-01T00:00:00.000Z';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${LANGUAGE}">`,
    `<title>${FEED.title}</title>`,
    `<id>${escaped(`${origin}${addressOf('/awards')}`)}</id>`,
    `<link rel="self" href="${escaped(`${origin}${addressOf('/awards/feed.atom')}`)}"/>`,
    `<link href="${escaped(`${origin}${addressOf('/awards')}`)}"/>`,
    `<updated>${updated}</updated>`,
    `<author><name>${FEED.author}</name></author>`,
    ...entries.map((entry) => feedEntry(entry, origin)),
    '</feed>',
    '',
  ].join('\n');
}

function feedEntry(entry: FeedEntry, origin: string): string {
  const url = escaped(`${origin}${addressOf('/awards/:award', { award: entry.number })}`);
  const { department, organisation, level, charter, withdrawal } = entry;
  const title = `${department}, ${organisation.name}: ${level.label}`;
  const facts = `${charter.title}, ${level.label}, ${entry.number}`;
  return [
    '<entry>',
    `<title>${escaped(withdrawal === null ? title : FEED.withdrawn(title))}</title>`,
    `<id>${url}</id>`,
    `<link href="${url}"/>`,
    `<published>${entry.publishedAt}</published>`,
    `<updated>${entry.updatedAt}</updated>`,
    `<summary>${escaped(withdrawal === null ? facts : `${withdrawal} (${facts})`)}</summary>`,
    '</entry>',
  ].join('\n');
}

// Characters that XML 1.0 cannot hold are left out; they are no part of any name.
function escaped(text: string): string {
  return markupText(
    text.toWellFormed().replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''),
  );
}
