import 'server-only';
import type { z } from 'zod';
import { Problem } from '../problem.ts';

/** Most bytes a request may carry. */
export const MAX_BODY_BYTES = 64 * 1024;

/** Reads and checks a JSON body; never holds more than {@link MAX_BODY_BYTES}. */
export async function readJson<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<z.output<S>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw Problem.notJson();
  return checked(schema, parseJson(await readBody(request)));
}

/** The bytes of a body, refused as soon as they are too many. */
export async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw Problem.tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > MAX_BODY_BYTES) throw Problem.tooLarge();
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** The value as the schema gives it; else a problem that names each wrong field. */
export function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join('.') || 'body'] ??= issue.message;
  throw Problem.invalidInput('Some of what was sent cannot be used.', fields);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      throw Problem.invalidInput('The request is not valid JSON.');
    }
    throw error;
  }
}
