import { z } from 'zod';
import { isLanguage } from './model/languages.ts';

const languageList = z
  .string()
  .transform((list) => list.split(',').map((code) => code.trim().toLowerCase()))
  .refine((codes) => codes.every(isLanguage), 'must be language codes with commas between them');

/** Every variable that the speech-to-text server reads. */
export const whisperEnvSchema = z.object({
  /** Port to listen on. */
  WHISPER_PORT: z.coerce.number().int().min(0).max(65_535).default(8090),
  /** Address to listen on; the default is this machine only. */
  WHISPER_HOST: z.string().default('127.0.0.1'),
  /** Another directory of models in the layout of `models/`. */
  WHISPER_MODEL_DIR: z.string().optional(),
  /** Threads of one final pass; interim passes take one. Default: 2, or 1 on one core. */
  WHISPER_THREADS: z.coerce.number().int().min(1).max(64).optional(),
  /** Language of requests that name none: a code, or "auto" to detect it. */
  WHISPER_LANGUAGE: z
    .string()
    .toLowerCase()
    .refine((code) => code === 'auto' || isLanguage(code), 'must be a language code or "auto"')
    .default('en'),
  /** Languages that detection chooses from, e.g. "en,de"; without it all that the model knows. */
  WHISPER_LANGUAGES: languageList.optional(),
  /** Longest audio of one request. */
  WHISPER_MAX_AUDIO_SECONDS: z.coerce.number().min(1).max(30).default(30),
  /** When set, requests must carry it as bearer token. */
  WHISPER_API_KEY: z.string().optional(),
  /** Least severe log line that is written. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** The checked environment. */
export type WhisperEnv = z.output<typeof whisperEnvSchema>;
