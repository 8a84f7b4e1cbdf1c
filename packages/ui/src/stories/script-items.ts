import type { Speaker } from '@agent/protocol';
import script from '../../../testing/speech/late-delivery/script.json' with { type: 'json' };
import type { TranscriptItem, TranscriptSegment } from '../transcript/transcript-item.ts';

/** Length of the scripted call. */
export const scriptDurationMs: number = script.durationMs;

/** How long after its last sound a turn becomes final, as the product does it. */
const FINAL_LAG_MS = 700;
/** How many of the newest words may still change. */
const TAIL_WORDS = 2;

/** What a transcript shows of the scripted call at a moment of it. */
export function scriptItems(atMs: number): TranscriptItem[] {
  return script.turns.flatMap((turn, index): TranscriptItem[] => {
    const heard = turn.heardWords.filter((word) => word.endMs <= atMs);
    const segment = segmentOf(turn, heard, atMs, `segment-${index}`);
    if (!segment) return [];
    const speaker = turn.speaker as Speaker;
    return [
      { kind: 'turn', key: `turn-${index}`, speaker, startMs: turn.startMs, segments: [segment] },
    ];
  });
}

type ScriptTurn = (typeof script.turns)[number];

function segmentOf(
  turn: ScriptTurn,
  heard: ScriptTurn['heardWords'],
  atMs: number,
  id: string,
): TranscriptSegment | undefined {
  const { startMs, endMs, text } = turn;
  if (atMs >= endMs + FINAL_LAG_MS) return { id, text, state: 'final', startMs, endMs };
  const words = heard.map(({ word }) => `${word} `);
  if (words.length === 0) return undefined;
  const stable = words.slice(0, -TAIL_WORDS).join('');
  const tail = words.slice(-TAIL_WORDS).join('');
  return { id, text: { stable, tail }, state: 'interim', startMs, endMs: Math.min(endMs, atMs) };
}
