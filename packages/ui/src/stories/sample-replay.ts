import type { TalkSpans, TimeSpan } from '../replay/playback/playback-state.ts';
import type { ReplayMark } from '../replay/replay-timeline/replay-mark.ts';
import type { ReplayLine } from '../replay/replay-transcript/replay-line.ts';
import type { WaveformPeaks } from '../replay/waveform/waveform-peaks.ts';

/** Length of the call of the samples. */
export const sampleDurationMs = 252_000;

const said: readonly [speaker: 'customer' | 'agent', startMs: number, text: string][] = [
  ['agent', 1_500, 'Thank you for calling Northwind support, my name is Daniel.'],
  ['agent', 6_000, 'How can I help you today?'],
  ['customer', 9_000, 'Hi. My order was supposed to come on Monday and it is still not here.'],
  ['customer', 15_500, 'I called last week already, and nobody called me back.'],
  ['agent', 21_000, 'I am sorry about that. Could you write me the order number?'],
  ['agent', 84_000, 'I found it. The parcel is in our Leeds depot since Saturday.'],
  ['customer', 92_000, 'This is really frustrating. I needed it for my daughter’s birthday.'],
  ['agent', 101_000, 'I can send a second one by express today, it will be there tomorrow.'],
  ['customer', 112_000, 'That would help. And the shipping?'],
  ['agent', 118_000, 'The express shipping is on us, and I refund the first one as well.'],
  ['customer', 160_000, 'Thank you. Can I pay the difference by card?'],
  ['agent', 168_000, 'Of course. I pause the recording for that.'],
  ['customer', 214_000, 'Great, thanks a lot for your help.'],
  ['agent', 220_000, 'You are welcome. Have a nice birthday party!'],
];

/** A conversation of four minutes as lines. */
export const sampleLines: readonly ReplayLine[] = [
  ...said.map(
    ([speaker, startMs, text], index): ReplayLine => ({
      id: `s${index}`,
      kind: 'said',
      speaker,
      startMs,
      text,
      ...(startMs === 92_000 && {
        sentiment: { label: 'negative', score: -0.72, confidence: 0.9 },
      }),
    }),
  ),
  {
    id: 'c1',
    kind: 'chat' as const,
    speaker: 'customer' as const,
    startMs: 29_000,
    text: '4521-0098',
  },
  { id: 'h1', kind: 'note' as const, startMs: 34_000, text: 'On hold for 0:42' },
  {
    id: 'n1',
    kind: 'note' as const,
    startMs: 103_000,
    text: 'Asked for help: a refund above my limit',
  },
  {
    id: 'm1',
    kind: 'coach' as const,
    speaker: 'supervisor' as const,
    name: 'Maria Ruiz (supervisor)',
    startMs: 109_000,
    text: 'Fine, take it from the goodwill budget.',
  },
].sort((a, b) => a.startMs - b.startMs);

/** When each side talked in it. */
export const sampleTalk: TalkSpans = { customer: spansOf('customer'), agent: spansOf('agent') };

function spansOf(side: 'customer' | 'agent'): TimeSpan[] {
  return said.flatMap(([speaker, startMs, text]) =>
    speaker === side ? [{ startMs, endMs: startMs + text.length * 70 }] : [],
  );
}

/** Its waveform, of 40 ms a point. The same each time. */
export const samplePeaks: WaveformPeaks = {
  stepMs: 40,
  customer: loudness(sampleTalk.customer, 3),
  agent: loudness(sampleTalk.agent, 7),
};

function loudness(talk: readonly TimeSpan[], seed: number): Float32Array {
  const lane = new Float32Array(sampleDurationMs / 40);
  for (const { startMs, endMs } of talk) {
    for (let at = Math.floor(startMs / 40); at * 40 < endMs; at += 1) {
      const syllable = Math.abs(Math.sin(at * 0.61 + seed) * Math.sin(at * 0.13 * seed));
      lane[at] = 0.05 + 0.45 * syllable;
    }
  }
  return lane;
}

/** What happened in it: one mark of each kind at least. */
export const sampleMarks: readonly ReplayMark[] = [
  mark('suggestion', 17_000, 30_000, 'Apologise and ask for the order', { end: 'used' }),
  mark('chat', 29_000, 29_000, '4521-0098', { speaker: 'customer' }),
  mark('hold', 34_000, 76_000, ''),
  mark('gap', 78_000, 83_000, '', { speaker: 'customer' }),
  mark('suggestion', 88_000, 108_000, 'Late deliveries', { end: 'expired' }),
  mark('alert', 94_000, 94_000, 'Name the feeling before the solution.'),
  mark('suggestion', 95_000, 103_000, 'Offer express or refund', { end: 'edited' }),
  mark('comment', 101_000, 101_000, 'Good recovery here.'),
  mark('lost', 130_000, 134_000, ''),
  mark('wait', 140_000, 152_000, ''),
  mark('suggestion', 161_000, 166_000, 'Card payments', { end: 'dismissed' }),
  mark('paused', 172_000, 205_000, ''),
  mark('masked', 207_000, 211_000, ''),
  mark('suggestion', 214_000, 252_000, 'Ask for a rating', { end: 'open' }),
];

function mark(
  kind: ReplayMark['kind'],
  startMs: number,
  endMs: number,
  text: string,
  more: Partial<ReplayMark> = {},
): ReplayMark {
  return { id: `${kind}:${startMs}`, kind, startMs, endMs, text, ...more };
}

/** Marks of a call of three hours. */
export function manyMarks(count: number, durationMs: number): ReplayMark[] {
  const kinds = ['suggestion', 'chat', 'alert', 'suggestion', 'gap'] as const;
  return Array.from({ length: count }, (_, index) => {
    const startMs = Math.floor((index * durationMs) / count);
    const kind = kinds[index % kinds.length] ?? 'chat';
    const lastsMs = kind === 'suggestion' ? 25_000 : kind === 'gap' ? 6_000 : 0;
    return mark(kind, startMs, startMs + lastsMs, `Number ${index + 1}`, {
      ...(kind === 'suggestion' && { end: index % 2 === 0 ? 'used' : 'expired' }),
    });
  });
}

/** Lines of a call of three hours. */
export function manyLines(count: number): ReplayLine[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `l${index}`,
    kind: 'said',
    speaker: index % 3 === 0 ? 'agent' : 'customer',
    startMs: index * 3_600,
    text: `Line ${index + 1}: ${'and then something else was said about it '.repeat(1 + (index % 3))}`,
  }));
}
