export type { Engine, EngineRequest, EngineResult } from './engine/engine.ts';
export {
  createScriptedEngine,
  SCRIPTED_RESULT,
  type ScriptedEngine,
} from './engine/scripted-engine.ts';
export { type WhisperEnv, whisperEnvSchema } from './env-schema.ts';
export type { VerboseTranscription } from './http/transcription-response.ts';
export { startWhisperServer, type WhisperServer, type WhisperServerOptions } from './server.ts';
