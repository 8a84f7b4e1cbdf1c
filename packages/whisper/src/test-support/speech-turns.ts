import { readFile } from 'node:fs/promises';
import { listScripts, loadScript } from '@agent/testing/script';
import { readSpeech } from '../audio/read-speech.ts';

/** One turn of a scripted call: what was spoken, and its sound at 16 kHz. */
export interface SpeechTurn {
  readonly call: string;
  readonly text: string;
  readonly samples: Float32Array;
}

/** Silence that a voice-activity detector leaves around speech. */
const MARGIN_MS = 300;
const SAMPLES_PER_MS = 16;

/** All turns of all scripted calls, cut out of their recordings. */
export async function speechTurns(marginMs = MARGIN_MS): Promise<SpeechTurn[]> {
  const turns: SpeechTurn[] = [];
  for (const call of await listScripts()) {
    const script = await loadScript(call);
    const recordings = {
      customer: readSpeech(await readFile(script.wavPaths.customer), 600),
      agent: readSpeech(await readFile(script.wavPaths.agent), 600),
    };
    for (const { speaker, startMs, endMs, text } of script.turns) {
      const from = Math.max(0, startMs - marginMs) * SAMPLES_PER_MS;
      const to = (endMs + marginMs) * SAMPLES_PER_MS;
      turns.push({ call, text, samples: recordings[speaker].slice(from, to) });
    }
  }
  return turns;
}
