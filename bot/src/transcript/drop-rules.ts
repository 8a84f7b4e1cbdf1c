import type { Transcription } from '../transcribe/transcriber.ts';

/** Why a transcription is not speech. */
export type DropReason = 'empty' | 'punctuation' | 'sound-label' | 'no-speech' | 'loop';

/** Above this probability of no speech, and with words this unlikely, the text is invented. */
const MAX_NO_SPEECH_PROBABILITY = 0.6;
const MIN_MEAN_LOG_PROBABILITY = -1;

/** "[BLANK_AUDIO]", "(wind blowing)", "*sighs*", "♪ la la ♪": labels of sounds, not words. */
const soundLabel = /\[[^\]]*\]|\((?!\d)[^)\d]*\)|\*[^*]*\*|♪[^♪]*♪?/gu;

/** The text as people should see it: without sound labels, single spaces. */
export function cleanText(text: string): string {
  return text.replace(soundLabel, ' ').replace(/\s+/g, ' ').trim();
}

/** Tells why this is not to become a segment; undefined when it is. Short answers are kept. */
export function reasonToDrop(
  transcription: Omit<Transcription, 'language' | 'words'>,
): DropReason | undefined {
  const { text, noSpeechProbability, meanLogProbability } = transcription;
  if (text.trim() === '') return 'empty';
  const cleaned = cleanText(text);
  if (cleaned === '') return 'sound-label';
  if (!/[\p{L}\p{N}]/u.test(cleaned))
    return cleaned === text.trim() ? 'punctuation' : 'sound-label';
  const isInvented =
    (noSpeechProbability ?? 0) > MAX_NO_SPEECH_PROBABILITY &&
    (meanLogProbability ?? 0) < MIN_MEAN_LOG_PROBABILITY;
  if (isInvented) return 'no-speech';
  return isLoop(cleaned) ? 'loop' : undefined;
}

/** Longest phrase looked for in loops, and how many words of repetition make one. */
const MAX_PHRASE_WORDS = 8;
const MIN_REPEATS = 4;
const MIN_LOOP_WORDS = 8;

function isLoop(text: string): boolean {
  const words = text.toLowerCase().split(' ');
  for (let phrase = 1; phrase <= MAX_PHRASE_WORDS; phrase += 1) {
    let matching = 0;
    for (let index = phrase; index < words.length; index += 1) {
      matching = words[index] === words[index - phrase] ? matching + 1 : 0;
      const looped = matching + phrase;
      if (looped >= phrase * MIN_REPEATS && looped >= MIN_LOOP_WORDS) return true;
    }
  }
  return false;
}
