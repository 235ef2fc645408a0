// New awards as a feed that readers and other sites subscribe to (Atom, RFC 4287).
import type { RegisterEntry } from '#app/queries/register-entry.ts';

/** The feed; the newest award comes first, and its time is that of the feed. */
export function registerFeed(entries: readonly RegisterEntry[], origin: string): string {
  const updated = entries[0]?.publishedAt ?? '2026-01-01T00:00:00.000Z';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    '<title>Award register: new awards</title>',
    `<id>${escaped(`${origin}/awards`)}</id>`,
    `<link rel="self" href="${escaped(`${origin}/awards/feed.atom`)}"/>`,
    `<link href="${escaped(`${origin}/awards`)}"/>`,
    `<updated>${updated}</updated>`,
    '<author><name>Award register</name></author>',
    ...entries.map((entry) => feedEntry(entry, origin)),
    '</feed>',
    '',
  ].join('\n');
}

function feedEntry(entry: RegisterEntry, origin: string): string {
  const url = escaped(`${origin}/awards/${entry.number}`);
  const { department, organisation, level, charter } = entry;
  return [
    '<entry>',
    `<title>${escaped(`${department}, ${organisation.name}: ${level.label}`)}</title>`,
    `<id>${url}</id>`,
    `<link href="${url}"/>`,
    `<published>${entry.publishedAt}</published>`,
    `<updated>${entry.withdrawnAt ?? entry.publishedAt}</updated>`,
    `<summary>${escaped(`${charter.title}, ${level.label}, ${entry.number}`)}</summary>`,
    '</entry>',
  ].join('\n');
}

// Characters that XML 1.0 cannot hold are left out; they are no part of any name.
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
