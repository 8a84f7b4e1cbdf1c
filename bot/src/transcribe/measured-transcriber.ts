import type { TranscribeRequest, Transcriber } from './transcriber.ts';
import { TranscriberError } from './transcriber-error.ts';

/** Told of each request: its purpose, how it went (`ok` or the error's reason) and how long it took. */
export type OnTranscribed = (
  purpose: TranscribeRequest['purpose'],
  outcome: string,
  seconds: number,
) => void;

/** Measures every request to a transcriber. */
export function measureTranscriber(transcriber: Transcriber, onDone: OnTranscribed): Transcriber {
  return {
    async transcribe(request) {
      const beganAt = performance.now();
      const done = (outcome: string) =>
        onDone(request.purpose, outcome, (performance.now() - beganAt) / 1000);
      try {
        const transcription = await transcriber.transcribe(request);
        done('ok');
        return transcription;
      } catch (error) {
        done(error instanceof TranscriberError ? error.reason : 'fault');
        throw error;
      }
    },
  };
}
