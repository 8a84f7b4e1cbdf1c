import { z } from 'zod';
import { isLanguage, LANGUAGES } from '../model/languages.ts';
import type { Priority, Speaker } from '../queue/ticket.ts';
import { ApiError } from './api-error.ts';

/** The forms of answer that can be asked for. */
export type ResponseFormat = 'json' | 'verbose_json' | 'text';

/** A transcription request as it is used inside, every field checked. */
export interface TranscriptionRequest {
  readonly file: Blob;
  readonly model: string;
  readonly language: string | undefined;
  readonly prompt: string | undefined;
  readonly responseFormat: ResponseFormat;
  readonly priority: Priority;
  readonly speaker: Speaker;
  readonly track: string | undefined;
}

const language = z
  .string()
  .trim()
  .toLowerCase()
  .transform((code) => code.split('-')[0] ?? code)
  .refine(isLanguage, `must be one of ${LANGUAGES.join(', ')}`);

const fieldsSchema = z.object({
  model: z.string({ error: 'is missing' }).min(1, 'is empty').max(100, 'is too long'),
  language: language.optional(),
  prompt: z.string().max(4000, 'must not be longer than 4000 characters').optional(),
  response_format: z
    .enum(['json', 'verbose_json', 'text'], { error: 'must be json, verbose_json or text' })
    .default('json'),
  temperature: z.coerce
    .number({ error: 'must be a number' })
    .min(0, 'must be between 0 and 1')
    .max(1, 'must be between 0 and 1')
    .optional(),
});

const headersSchema = z.object({
  'x-priority': z
    .enum(['interim', 'final'], { error: 'must be interim or final' })
    .default('final'),
  'x-speaker': z
    .enum(['customer', 'agent', 'supervisor'], {
      error: 'must be customer, agent or supervisor',
    })
    .default('customer'),
  'x-track': z.string().max(200, 'must not be longer than 200 characters').optional(),
});

/** Reads the multipart form and our own headers; throws ApiError for what cannot be used. */
export async function readTranscriptionRequest(request: Request): Promise<TranscriptionRequest> {
  const form = await readForm(request);
  const file = form.get('file');
  if (file === null) throw ApiError.invalid('file', 'file_missing', 'The field "file" is missing.');
  if (typeof file === 'string') {
    throw ApiError.invalid('file', 'file_not_a_file', 'The field "file" must be a file upload.');
  }
  const text = (name: string) => textField(form, name);
  const fields = parse(fieldsSchema, {
    model: text('model'),
    language: text('language'),
    prompt: text('prompt'),
    response_format: text('response_format'),
    temperature: text('temperature'),
  });
  const headers = parse(headersSchema, {
    'x-priority': request.headers.get('x-priority') ?? undefined,
    'x-speaker': request.headers.get('x-speaker') ?? undefined,
    'x-track': request.headers.get('x-track') ?? undefined,
  });
  return {
    file,
    model: fields.model,
    language: fields.language,
    prompt: fields.prompt,
    responseFormat: fields.response_format,
    priority: headers['x-priority'],
    speaker: headers['x-speaker'],
    track: headers['x-track'],
  };
}

async function readForm(request: Request): Promise<FormData> {
  if (!/^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new ApiError({
      status: 415,
      code: 'not_multipart',
      message: 'Send multipart/form-data with the fields "file" and "model".',
    });
  }
  try {
    return await request.formData();
  } catch {
    const message = 'The multipart body cannot be read: it is cut off or its boundary is wrong.';
    throw new ApiError({ status: 400, code: 'broken_multipart', message });
  }
}

function textField(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  if (value === null || value === '') return undefined;
  if (typeof value === 'string') return value;
  throw ApiError.invalid(name, 'invalid_value', `The field "${name}" must be text, not a file.`);
}

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const param = issue?.path.join('.') ?? '';
  throw ApiError.invalid(param, 'invalid_value', `"${param}" ${issue?.message ?? 'is wrong'}.`);
}
