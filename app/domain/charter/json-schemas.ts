// JSON Schemas for editors, made from the schemas that the program itself reads by. They describe
// what an editor sees: 40 is a number there, while a charter's loader reads its text (values.ts).
import { z } from 'zod';
import { assessmentFile } from '#app/domain/formats/assessment-file.ts';
import { charterFile, levelsFile, sectionFile } from './schema.ts';
import { TRANSLATION_FILES } from './translation/translated-files.ts';
import { yamlType } from './values.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** By name: `charter`, `levels`, `section`, the same as translated, and `assessment`. */
export const JSON_SCHEMAS: ReadonlyMap<string, JsonSchema> = new Map([
  ['charter', editorSchema(charterFile, 'charter.yaml of a charter version')],
  ['levels', editorSchema(levelsFile, 'levels.yaml of a charter version')],
  ['section', editorSchema(sectionFile, 'A file in sections/ of a charter version')],
  [
    'translated-charter',
    editorSchema(TRANSLATION_FILES.charter, 'charter.yaml in another language'),
  ],
  ['translated-levels', editorSchema(TRANSLATION_FILES.levels, 'levels.yaml in another language')],
  [
    'translated-section',
    editorSchema(TRANSLATION_FILES.section, 'A file of sections/ in another language'),
  ],
  ['assessment', editorSchema(assessmentFile, 'An assessment file, format 1 or 2')],
]);

/** The text of a schema's file. */
export function jsonSchemaText(schema: JsonSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function editorSchema(schema: z.ZodType, title: string): JsonSchema {
  const made = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const seen = yamlType.get(zodSchema);
      if (seen === undefined) return;
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      Object.assign(jsonSchema, seen);
    },
  });
  return { ...made, title };
}
