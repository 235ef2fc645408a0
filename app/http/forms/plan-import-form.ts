// The form that applies a preview: the changes as the preview carried them, and which are ticked. They
// came from here, but anything may arrive: shapes are read again, rules are checked again.
import { z } from 'zod';
import { ACTION_LIMITS } from '#app/domain/limits.ts';
import { ACTION_FIELDS, type ActionField } from '#app/domain/plan/action-fields.ts';
import { perField } from '#app/domain/plan/per-field.ts';
import type { PlanRows } from '#app/queries/plan/plan-import.ts';

const text = z.string().max(20_000);
const SHAPES = {
  group: text,
  line: text,
  text,
  lines: z.array(text).max(100),
  choice: text,
  day: text.nullable(),
  criteria: z.array(text).max(ACTION_LIMITS.criteria),
  milestones: z.array(z.object({ on: text, text, done: z.boolean() })).max(100),
} as const;

type Shape = { readonly [F in ActionField as F['name']]: (typeof SHAPES)[F['kind']] };

const Action = z.object(perField<Shape>(ACTION_FIELDS, ({ kind }) => SHAPES[kind]));
const Carried = z.object({
  places: z.object({ sheet: text, columns: z.record(z.string(), z.int().min(0)) }),
  rows: z
    .array(
      z.object({
        row: z.int().min(1),
        id: text.nullable(),
        version: z.int().nullable(),
        action: Action,
      }),
    )
    .max(1_000),
});

export type AppliedRows = PlanRows & { readonly ticked: PlanRows['rows'] };

/** The rows of the preview and those that are ticked; null where the form was changed on its way. */
export function readPlanImportForm(form: FormData): AppliedRows | null {
  const parsed = Carried.safeParse(jsonIn(form.get('carried')));
  if (!parsed.success) return null;
  const ticked = new Set(form.getAll('row').map(String));
  const { rows, places } = parsed.data;
  return { rows, places, ticked: rows.filter(({ row }) => ticked.has(String(row))) };
}

function jsonIn(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : null;
  } catch {
    // Named recovery: no JSON is no preview.
    return null;
  }
}
