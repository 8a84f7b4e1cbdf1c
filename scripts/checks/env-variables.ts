import { z } from 'zod';

/** The variables of an `env-schema.ts`, be it an object of schemas or a schema, each with its own. */
export function variableSchemas(schema: unknown): Record<string, z.ZodType> {
  if (schema instanceof z.ZodPipe) return variableSchemas(schema.def.in);
  return schema instanceof z.ZodObject ? schema.shape : Object(schema);
}

/** Their names. */
export function variablesOf(schema: unknown): string[] {
  return Object.keys(variableSchemas(schema));
}
