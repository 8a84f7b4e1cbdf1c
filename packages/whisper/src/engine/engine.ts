import type { SpeechRequest, SpeechResult } from '../decode/transcribe-speech.ts';

/** Speech for one of the engine's models. */
export interface EngineRequest extends SpeechRequest {
  readonly model: string;
}

/** What came out, and how long it took without any waiting. */
export interface EngineResult extends SpeechResult {
  readonly decodeMs: number;
}

/**
 * Turns speech into text, one request at a time. The server knows nothing else of the recogniser,
 * so another one (or a scripted fake) can stand here.
 */
export interface Engine {
  /** Resolves once the warm models answer at full speed; rejects when they cannot be loaded. */
  start(): Promise<void>;
  /** True between a successful start and close, except while a crashed worker comes back. */
  isReady(): boolean;
  /** Rejects with EngineError; an aborted signal stops the work between two decoder steps. */
  transcribe(request: EngineRequest, signal: AbortSignal): Promise<EngineResult>;
  /** Frees everything; waiting requests are rejected. Closing twice is harmless. */
  close(): Promise<void>;
}
