import * as v from 'valibot';
import * as z from 'zod';

/** A schema of valibot as a part of zod's: an issue keeps its place. */
export function zodSchemaOf<T>(schema: v.GenericSchema<unknown, T>) {
  return z.unknown().transform((value, context): T => {
    const { success, output, issues } = v.safeParse(schema, value, { message: expectation });
    if (success) return output;
    for (const issue of issues) {
      const path = issue.path?.map(({ key }) => key as PropertyKey) ?? [];
      context.addIssue({ code: 'custom', path, message: issue.message });
    }
    return z.NEVER;
  });
}

/** Valibot's own words quote what was there: it may be what a customer said, and messages reach logs. */
function expectation({ expected, type }: v.BaseIssue<unknown>): string {
  return `Expected ${expected ?? type}.`;
}
