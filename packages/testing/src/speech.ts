import type { Side } from '@agent/protocol';
import { loadScript, type Script } from './script.ts';
import { readRecording } from './script-recording.ts';

/** A scripted call with the samples of both sides. */
export interface ScriptedSpeech {
  script: Script;
  recordings: Record<Side, Int16Array>;
  /** What a perfect transcriber makes of a piece cut from the recordings; empty when it is no such piece. */
  wordsIn(speaker: Side, samples: Int16Array): string;
}

const SAMPLES_PER_MS = 16;
const BYTES_PER_SAMPLE = 2;
/** Enough samples to be found in one place only. */
const NEEDLE_SAMPLES = 64;
/** Word times are read off the recordings to about this. */
const WORD_TIME_ERROR_MS = 100;

/** Loads a script of the speech fixtures with its recordings. */
export async function loadSpeech(name: string): Promise<ScriptedSpeech> {
  const script = await loadScript(name);
  const recordings = {
    customer: await readRecording(script.wavPaths.customer),
    agent: await readRecording(script.wavPaths.agent),
  };
  return {
    script,
    recordings,
    wordsIn(speaker, samples) {
      const from = positionOf(samples, recordings[speaker]);
      if (from === undefined) return '';
      const fromMs = from / SAMPLES_PER_MS - WORD_TIME_ERROR_MS;
      const toMs = (from + samples.length) / SAMPLES_PER_MS + WORD_TIME_ERROR_MS;
      return script.turns
        .filter((turn) => turn.speaker === speaker)
        .flatMap((turn) => turn.heardWords)
        .filter((word) => word.startMs >= fromMs && word.endMs <= toMs)
        .map(({ word }) => word)
        .join(' ');
    },
  };
}

/** Finds where a piece was cut from by its loudest place, since silence is alike everywhere. */
function positionOf(piece: Int16Array, recording: Int16Array): number | undefined {
  let loudest = 0;
  for (let index = 0; index < piece.length - NEEDLE_SAMPLES; index++) {
    if (Math.abs(piece[index] ?? 0) > Math.abs(piece[loudest] ?? 0)) loudest = index;
  }
  const needle = bytesOf(piece.subarray(loudest, loudest + NEEDLE_SAMPLES));
  const found = bytesOf(recording).indexOf(needle);
  if (found < 0 || piece[loudest] === 0) return undefined;
  return found / BYTES_PER_SAMPLE - loudest;
}

function bytesOf(samples: Int16Array): Buffer {
  return Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
}
