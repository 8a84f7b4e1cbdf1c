export {
  type AssembledRecording,
  type AssembleOptions,
  assembleRecording,
} from './assemble/assemble-recording.ts';
export {
  type CallRecorder,
  type CallRecorderOptions,
  createCallRecorder,
  type RecordingLoss,
} from './call-recorder.ts';
export { createOpusEncoder, type OpusOptions, type SoundEncoder } from './opus/opus-encoder.ts';
export type { AppendFile, PartFiles } from './parts/part-file.ts';
export { createPartFolder } from './parts/part-folder.ts';
export { type PartContent, type PartsContent, readParts } from './parts/read-parts.ts';
export type { Lane, Span, Voice } from './sound.ts';
