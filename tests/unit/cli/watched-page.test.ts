// The page of `charter watch`: what departments will see, and what is wrong beside its line.
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCharterFolder } from '#app/adapters/charter-files/charter-files.ts';
import { linesAround, type Watched } from '#app/domain/charter/authoring/watched.ts';
import { unmarked } from '#app/domain/charter/translation/marked.ts';
import { allCriteria } from '#app/domain/charter/charter.ts';
import { watchedPages } from '#app/cli/watch/watched-page.tsx';
import { ROOT } from '#tests/support/command.ts';

const { charter } = await readCharterFolder(
  path.join(ROOT, 'charter-criteria/bme-mentoring/2.0.0'),
);
const render = (watched: Watched, at: string, language: string | null = null) =>
  watchedPages.render(watched, at, language);
const SOUND: Watched = {
  ...{ folder: 'x', revision: 4, gone: false, mistakes: [], remarks: [] },
  ...{ charter, translations: new Map() },
};
const WRONG = {
  ...{ file: 'levels.yaml', line: 3, column: 5, code: 'unknown-key' },
  message: 'unknown key "lable".',
  lines: linesAround('levels:\n  - id: one\n    lable: <One>\n    means: Much.', 3),
};

describe('the page of a charter that is watched', () => {
  test('shows the charter as departments read it, with a link to each criterion', () => {
    const { status, html } = render(SOUND, '/');
    expect(status).toBe(200);
    expect(html.slice(0, 60)).toMatch(/^<!DOCTYPE html><html lang="en-GB" data-revision="4">/);
    for (const { id } of charter === null ? [] : allCriteria(charter)) {
      expect(html).toContain(`href="/criteria/${id}"`);
    }
    expect(html).toContain('What Gold needs');
  });

  test('shows every criterion with the form in which it is answered', () => {
    for (const { id, question, guidance } of charter === null ? [] : allCriteria(charter)) {
      const { status, html } = render(SOUND, `/criteria/${id}`);
      const text = html.replaceAll('&#x27;', "'").replaceAll('&quot;', '"');
      expect(status).toBe(200);
      expect(text).toContain(question);
      expect(text).toContain(guidance);
      expect(text).toContain('<textarea');
      expect(text).toContain('nothing is saved here');
    }
  });

  test('names each mistake with its place and the lines around it, above the last sound charter', () => {
    const { html } = render({ ...SOUND, mistakes: [WRONG] }, '/');
    expect(html).toContain('1 mistake in the files');
    expect(html).toContain('<strong>levels.yaml:3:5</strong>');
    expect(html).toContain('&gt;     3     lable: &lt;One&gt;');
    expect(html.indexOf('levels.yaml:3:5')).toBeLessThan(html.indexOf('What Gold needs'));
    const never = render({ ...SOUND, charter: null, mistakes: [WRONG] }, '/');
    expect([never.status, never.html]).toEqual([200, expect.stringContaining('as soon as')]);
  });

  test('has one heading and a title, whatever there is to show', () => {
    const never = { ...SOUND, charter: null, mistakes: [WRONG] };
    const shown = [render(SOUND, '/'), render(SOUND, '/criteria/G1'), render(SOUND, '/x')];
    for (const { html } of [...shown, render(never, '/'), render(never, '/criteria/G1')]) {
      expect([html.match(/<h1/g)?.length, html.match(/<title>/g)?.length]).toEqual([1, 1]);
    }
  });

  test('says so where there is no such page', () => {
    expect(render(SOUND, '/criteria/X99').status).toBe(404);
    expect(render({ ...SOUND, charter: null }, '/criteria/G1').status).toBe(404);
    expect(render(SOUND, '/other').status).toBe(404);
  });

  test('can be read in every language that the charter has, and its links stay in it', async () => {
    const example = await readCharterFolder(
      path.join(ROOT, 'charter-criteria/placement-learning-example/1.0.0'),
    );
    const both = { ...SOUND, charter: example.charter, translations: example.translations };
    const own = render(both, '/').html;
    expect(own).toContain('href="?language=cy"');
    const welsh = example.translations.get('cy')?.charter;
    const title = welsh === undefined ? '' : unmarked(welsh.title);
    expect(title).not.toBe('');
    expect(own).not.toContain(title);
    for (const tag of ['cy', 'CY', 'cy-GB']) {
      const { html } = render(both, '/', tag);
      expect(html).toContain(title);
      expect(html).toContain('href="/criteria/T.1?language=cy"');
      expect(html).toContain('shown in Welsh');
    }
    const criterion = render(both, '/criteria/T.1', 'cy').html;
    expect(criterion).toContain('href="/?language=cy"');
    // Its words are explained where it is read, in the language in which it is read.
    expect(criterion).toContain('Words used here');
    expect(criterion).toContain('Person ar leoliad yma');
    expect(render(both, '/criteria/T.1').html).toContain('A person on placement here');
    expect(criterion).toContain('href="?language=en"');
    expect(render(both, '/', 'ga').html).not.toContain(title);
  });

  test('says so where the folder is gone, above the charter as it was', () => {
    const { html } = render({ ...SOUND, gone: true }, '/');
    expect(html).toContain('x cannot be read any more');
    expect(html).not.toContain('No mistake in the files.');
    expect(html.indexOf('cannot be read')).toBeLessThan(html.indexOf('What Gold needs'));
  });
});
