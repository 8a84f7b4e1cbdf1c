import { z } from 'zod';

/** 32 bytes in base64, as `openssl rand -base64 32` makes them. */
const masterKey = /^[A-Za-z0-9+/]{43}=$/;

const masterKeys = z.string().refine((text) => keysIn(text).every((key) => masterKey.test(key)), {
  error: 'must be 32 bytes in base64 (openssl rand -base64 32), or several of them with commas',
});
const place = z.string().refine((text) => !text.startsWith('s3:') || bucketIn(text) !== undefined, {
  error: 'must be a folder or s3://bucket',
});

/**
 * Variables of every process that writes or reads recordings; each takes them into its own schema.
 * All may be missing or empty: then nothing is recorded, and nothing that was recorded can be heard.
 */
export const recordingEnvSchema = z.object({
  /** Wraps the keys of recordings: the first key new ones, all of them those there are. */
  RECORDING_KEY: masterKeys.default(''),
  /** Where finished recordings lie: a folder, or `s3://bucket`. */
  RECORDING_STORE: place.default(''),
  /** Address of the service that has the bucket. */
  RECORDING_S3_ENDPOINT: z.string().default(''),
  RECORDING_S3_REGION: z.string().default('us-east-1'),
  RECORDING_S3_ACCESS_KEY_ID: z.string().default(''),
  RECORDING_S3_SECRET_ACCESS_KEY: z.string().default(''),
});

/** Settings of recordings, as the environment gives them. */
export type RecordingEnv = z.output<typeof recordingEnvSchema>;

/** The keys in RECORDING_KEY, the one for new recordings first. */
export function keysIn(text: string): string[] {
  return text.split(',').flatMap((part) => part.trim() || []);
}

/** The bucket in RECORDING_STORE; undefined where that is a folder. */
export function bucketIn(text: string): string | undefined {
  return /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?$/.exec(text)?.[1];
}
