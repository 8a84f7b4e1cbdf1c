export { isRecordingError, RecordingError, type RecordingErrorReason } from './recording-error.ts';
export {
  createDataKey,
  type DataKey,
  type MasterKey,
  parseMasterKey,
  type RandomBytes,
  unwrapDataKey,
  wrapDataKey,
} from './seal/data-key.ts';
export { sealBytes } from './seal/seal.ts';
export { bytesOf, openSealedObject, type SealedObject } from './seal/sealed-object.ts';
export { sha256Of } from './seal/sha256.ts';
export { type OpenRecordings, openRecordings } from './settings/open-recordings.ts';
export { createFolderStore } from './store/folder-store.ts';
export type { ByteRange, ObjectHead, RecordingStore } from './store/recording-store.ts';
export { createS3Store, type S3Options } from './store/s3-store.ts';
