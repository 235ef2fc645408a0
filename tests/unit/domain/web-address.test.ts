import { describe, expect, test } from 'vitest';
import { readAssessmentFile } from '#app/domain/formats/assessment-file.ts';
import { addressProblem } from '#app/domain/web-address.ts';
import { ADDRESS_WORDS, misfitText } from '#words/kit/address-words.ts';

/** What the file of an assessment says of a link. */
function saidInFile(link: string): readonly string[] {
  const evidence = [{ title: 'Minutes', link }];
  const read = readAssessmentFile({
    format: 1,
    charter: 'example@1.0.0',
    answers: { G1: { evidence } },
  });
  return read.ok ? [] : read.problem.filter(({ path }) => path.at(-1) === 'link').map(misfitText);
}

describe('a link', () => {
  test.each([
    'https://example.org/our%20plan.pdf',
    'http://example.org',
    'https://example.org/a?b=c#d',
    'https://cymru.example/ŵy',
  ])('%s is kept', (link) => {
    expect(addressProblem(link)).toBeNull();
    expect(saidInFile(link)).toEqual([]);
  });

  test.each([
    ['https://example.org/our plan.pdf', 'space-in-address'],
    ['https://example.org/our\u00A0plan.pdf', 'space-in-address'],
    ['https://example.org\\plans', 'backslash-in-address'],
    ['https://nhs.example@elsewhere.example/', 'name-in-address'],
  ] as const)('%s is refused in the same words in a form and in a file', (link, problem) => {
    expect(addressProblem(link)).toBe(problem);
    expect(saidInFile(link)).toEqual([ADDRESS_WORDS[problem]]);
  });
});
