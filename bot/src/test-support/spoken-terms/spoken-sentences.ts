import { readFile } from 'node:fs/promises';
import { decodeWebm } from '@agent/recordings/test-support/decode-webm';
import { cutAudio } from '@agent/testing/audio';
import { listScripts } from '@agent/testing/script';
import { loadSpeech } from '@agent/testing/speech';
import { z } from 'zod';

const scriptSchema = z.object({
  /** Names and words of the trade of a made-up company. */
  terms: z.array(z.string()),
  /** Others, on which no figure of ours was chosen. */
  unseenTerms: z.array(z.string()),
  sentences: z.array(
    z.object({
      set: z.enum(['tuned', 'unseen']),
      voice: z.string(),
      lane: z.enum(['customer', 'agent']),
      startMs: z.number(),
      endMs: z.number(),
      text: z.string(),
      /** Those that are said in it; none in an ordinary sentence. */
      terms: z.array(z.string()),
    }),
  ),
});
type Script = z.infer<typeof scriptSchema>;

/** A sentence and its sound. */
export interface SpokenSentence extends Pick<Script['sentences'][number], 'text' | 'terms'> {
  set: 'tuned' | 'unseen' | 'calls';
  voice: string;
  samples: Int16Array;
}

/** All sentences with the terms of each set; those of the scripted calls have none. */
export interface SpokenSet {
  termsOf: Record<SpokenSentence['set'], readonly string[]>;
  sentences: SpokenSentence[];
}

/** As much silence as the bot's VAD leaves around speech. */
const MARGIN_MS = 300;

/** Loads the recorded sentences and the turns of the scripted calls. */
export async function loadSpokenTerms(): Promise<SpokenSet> {
  const read = (name: string) => readFile(new URL(`speech/${name}`, import.meta.url));
  const script = scriptSchema.parse(JSON.parse(String(await read('script.json'))));
  const sound = await decodeWebm(await read('speech.webm'));
  const sentences = script.sentences.map(({ set, voice, lane, startMs, endMs, text, terms }) => {
    return { set, voice, text, terms, samples: cutAudio(sound[lane], startMs, endMs) };
  });
  return {
    termsOf: { tuned: script.terms, unseen: script.unseenTerms, calls: script.terms },
    sentences: [...sentences, ...(await turnsOfCalls())],
  };
}

async function turnsOfCalls(): Promise<SpokenSentence[]> {
  const calls = await Promise.all((await listScripts()).map((name) => loadSpeech(name)));
  return calls.flatMap(({ script, recordings }) =>
    script.turns.map(({ speaker, startMs, endMs, text }): SpokenSentence => {
      const samples = cutAudio(recordings[speaker], startMs - MARGIN_MS, endMs + MARGIN_MS);
      return { set: 'calls', voice: speaker, text, terms: [], samples };
    }),
  );
}
