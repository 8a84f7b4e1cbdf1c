import type { TranscriptItem } from '../transcript/transcript-item.ts';

/** A conversation with every kind of row, the last turn still being spoken. */
export const sampleItems: readonly TranscriptItem[] = [
  turn(
    't1',
    'agent',
    1_500,
    'Thank you for calling Northwind support, my name is Daniel. How can I help you today?',
  ),
  {
    kind: 'turn',
    key: 't2',
    speaker: 'customer',
    startMs: 6_900,
    segments: [
      segment(
        't2a',
        6_900,
        'Hi. My order was supposed to come on Monday and it is still not here.',
      ),
      segment('t2b', 12_300, 'I called last week already, and nobody called me back.'),
    ],
  },
  turn('t3', 'agent', 18_200, 'I am sorry about that. Could you write me the order number?'),
  { kind: 'chat', key: 'c1', from: 'customer', text: '4521-0098', atMs: 27_400 },
  { kind: 'hold', key: 'h1', startMs: 33_000, endMs: 75_000 },
  { kind: 'recording-pause', key: 'r1', startMs: 75_000, endMs: 76_000 },
  {
    kind: 'gap',
    key: 'g1',
    speaker: 'customer',
    startMs: 76_000,
    endMs: 84_000,
    reason: 'bot-restarted',
  },
  turn(
    't4',
    'agent',
    85_100,
    'I found it. The parcel is in our Leeds depot, and it has been there since Saturday.',
  ),
  {
    kind: 'turn',
    key: 't5',
    speaker: 'customer',
    startMs: 92_600,
    segments: [
      {
        id: 't5a',
        state: 'interim',
        startMs: 92_600,
        endMs: 95_000,
        text: { stable: 'So when will it ', tail: 'finally arrive' },
      },
    ],
  },
];

/** A conversation of that many turns, for stories about length. */
export function manyItems(count: number): TranscriptItem[] {
  return Array.from({ length: count }, (_, index) =>
    turn(
      `m${index}`,
      index % 2 === 0 ? 'agent' : 'customer',
      index * 4_000,
      sentences[index % sentences.length] ?? '',
    ),
  );
}

const sentences = [
  'Let me look at that for you.',
  'It says “out for delivery”, but it has said so for three days now and I have to leave on Friday.',
  'I see. I can send a second parcel by express today, or give you the money back. Which would you prefer?',
  'Express, please.',
];

function turn(
  key: string,
  speaker: 'agent' | 'customer',
  startMs: number,
  text: string,
): TranscriptItem {
  return { kind: 'turn', key, speaker, startMs, segments: [segment(`${key}a`, startMs, text)] };
}

function segment(id: string, startMs: number, text: string) {
  return { id, state: 'final' as const, startMs, endMs: startMs + 4_000, text };
}
