import { type MasterKey, parseMasterKey } from '../seal/data-key.ts';
import { createFolderStore } from '../store/folder-store.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { createS3Store } from '../store/s3-store.ts';
import { bucketIn, keysIn, type RecordingEnv } from './recording-env.ts';

/** Where recordings lie, and what opens them. */
export interface OpenRecordings {
  store: RecordingStore;
  /** For `unwrapDataKey`; the first is for `wrapDataKey`. Never empty. */
  masters: readonly [MasterKey, ...MasterKey[]];
}

/** Opens the store of recordings by the environment; undefined where it names no key or no store. */
export function openRecordings(env: RecordingEnv): OpenRecordings | undefined {
  const [first, ...older] = keysIn(env.RECORDING_KEY).map(parseMasterKey);
  if (!first || env.RECORDING_STORE === '') return undefined;
  return { store: openStore(env), masters: [first, ...older] };
}

function openStore(env: RecordingEnv): RecordingStore {
  const bucket = bucketIn(env.RECORDING_STORE);
  if (bucket === undefined) return createFolderStore(env.RECORDING_STORE);
  const region = env.RECORDING_S3_REGION || 'us-east-1';
  return createS3Store({
    endpoint: env.RECORDING_S3_ENDPOINT || `https://s3.${region}.amazonaws.com`,
    bucket,
    region,
    accessKeyId: env.RECORDING_S3_ACCESS_KEY_ID,
    secretAccessKey: env.RECORDING_S3_SECRET_ACCESS_KEY,
  });
}
