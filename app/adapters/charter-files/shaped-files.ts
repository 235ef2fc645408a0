// The files of a version as their schemas read them.
import type { Finding } from '#app/domain/charter/finding.ts';
import {
  charterFile,
  type CharterFile,
  levelsFile,
  type LevelsFile,
  sectionFile,
  type SectionFile,
} from '#app/domain/charter/schema.ts';
import { parseShape } from '#app/domain/charter/shape.ts';

export type ShapedFiles = {
  readonly charter: CharterFile;
  readonly levels: LevelsFile;
  readonly sections: readonly SectionFile[];
};

/** What the schemas make of the files, by name; null where one has another shape, and everything that is wrong. */
export function shapedFiles(data: ReadonlyMap<string, unknown>): {
  readonly value: ShapedFiles | null;
  readonly findings: readonly Finding[];
} {
  const charter = parseShape(charterFile, 'charter.yaml', data.get('charter.yaml'));
  const levels = parseShape(levelsFile, 'levels.yaml', data.get('levels.yaml'));
  const sections = [...data]
    .filter(([name]) => name.startsWith('sections/'))
    .map(([name, read]) => parseShape(sectionFile, name, read));
  const values = sections.flatMap((section) => section.value ?? []);
  const complete = charter.value !== null && levels.value !== null;
  return {
    value:
      complete && values.length === sections.length
        ? { charter: charter.value, levels: levels.value, sections: values }
        : null,
    findings: [charter, levels, ...sections].flatMap((part) => part.findings),
  };
}
