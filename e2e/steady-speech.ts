import { join } from 'node:path';
import type { Side } from '@agent/protocol';
import { concatAudio, cutAudio, silence } from '@agent/testing/audio';
import { readRecording, writeRecording } from '@agent/testing/recording';
import { loadScript } from '@agent/testing/script';

/** Between two turns: both sides talk on and on, and a small machine is to keep up with them. */
const PAUSE_MS = 4_000;

/** Writes what one side of a script says without waiting for the other; for a microphone that loops. */
export async function steadySpeech(
  name: string,
  speaker: Side,
  directory: string,
): Promise<string> {
  const { turns, wavPaths } = await loadScript(name);
  const samples = await readRecording(wavPaths[speaker]);
  const pieces = turns
    .filter((turn) => turn.speaker === speaker)
    .flatMap(({ startMs, endMs }) => [cutAudio(samples, startMs, endMs), silence(PAUSE_MS)]);
  const path = join(directory, `${name}-${speaker}.wav`);
  await writeRecording(path, concatAudio(...pieces));
  return path;
}
