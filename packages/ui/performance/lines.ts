import type { Sentiment } from '@agent/protocol';
import type { TranscriptTurn } from '../src/index.ts';

const sentences = [
  'Let me look at that for you.',
  'It says “out for delivery”, but it has said so for three days now and I have to leave on Friday.',
  'I see. I can send a second parcel by express today, or give you the money back. Which would you prefer?',
  'Express, please.',
  'I called last week already and was told that somebody would call me back within a day, which did not happen, so here I am again.',
  'Thank you.',
];

/** The line of that number: both sides in turn, of all the lengths that people speak in. */
export function lineOf(index: number): TranscriptTurn {
  const startMs = index * 4_000;
  const text = `${index}: ${sentences[index % sentences.length]}`;
  return {
    kind: 'turn',
    key: `line-${index}`,
    speaker: isCustomers(index) ? 'customer' : 'agent',
    startMs,
    segments: [{ id: `segment-${index}`, state: 'final', startMs, endMs: startMs + 3_500, text }],
  };
}

/** How lines sound; only the customer's have a mark. */
export function sentimentsOf(lineCount: number): Map<string, Sentiment> {
  const all = Array.from({ length: lineCount }, (_, index) => index).filter(isCustomers);
  return new Map(all.map((index) => [`segment-${index}`, sentimentOf(index)]));
}

/** The mark of a line of the customer. */
export function sentimentOf(index: number): Sentiment {
  const label = index % 3 === 0 ? 'negative' : 'neutral';
  return { label, score: label === 'negative' ? -0.6 : 0, confidence: 0.9 };
}

export function isCustomers(index: number): boolean {
  return index % 2 === 1;
}

const longestInterimWords = 30;

/** A turn that is still being spoken, one word longer at each step, then from the beginning again. */
export function interimTurn(step: number): TranscriptTurn {
  const words = sentences.join(' ').split(' ');
  const count = 1 + (step % longestInterimWords);
  const stable = words.slice(0, Math.max(0, count - 2)).join(' ');
  const tail = ` ${words.slice(Math.max(0, count - 2), count).join(' ')} (${step})`;
  const startMs = 1e8;
  return {
    kind: 'turn',
    key: 'interim',
    speaker: 'customer',
    startMs,
    segments: [
      { id: 'interim', state: 'interim', startMs, endMs: startMs, text: { stable, tail } },
    ],
  };
}
