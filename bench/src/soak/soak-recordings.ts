import type { Recording } from '../play-call.ts';

const SAMPLES_PER_MS = 16;

/** The beginning of a recording: the turns that are over by `untilMs`, with some silence after them. */
export function beginningOf(recording: Recording, untilMs: number): Recording {
  const { script, samples } = recording;
  const turns = script.turns.filter(({ endMs }) => endMs <= untilMs);
  const durationMs = Math.max(0, ...turns.map(({ endMs }) => endMs));
  const cut = (side: Int16Array) => side.slice(0, durationMs * SAMPLES_PER_MS);
  return {
    script: { ...script, turns, durationMs },
    samples: { customer: cut(samples.customer), agent: cut(samples.agent) },
  };
}

/** Recordings one after another, again and again, as often as they fit wholly into the time. */
export function repeated(recordings: readonly Recording[], lengthMs: number): Recording {
  const parts: Recording[] = [];
  for (let totalMs = 0, index = 0; ; index++) {
    const next = recordings[index % recordings.length];
    if (!next || totalMs + next.script.durationMs > lengthMs) break;
    parts.push(next);
    totalMs += next.script.durationMs;
  }
  return joined(parts);
}

function joined(parts: readonly Recording[]): Recording {
  let atMs = 0;
  const turns = parts.flatMap(({ script }) => {
    const shifted = script.turns.map((turn) => ({
      ...turn,
      startMs: turn.startMs + atMs,
      endMs: turn.endMs + atMs,
      heardWords: turn.heardWords.map((word) => ({
        ...word,
        startMs: word.startMs + atMs,
        endMs: word.endMs + atMs,
      })),
    }));
    atMs += script.durationMs;
    return shifted;
  });
  const sound = (side: 'customer' | 'agent') => {
    const whole = new Int16Array(atMs * SAMPLES_PER_MS);
    let from = 0;
    for (const { script, samples } of parts) {
      const length = script.durationMs * SAMPLES_PER_MS;
      whole.set(samples[side].subarray(0, length), from);
      from += length;
    }
    return whole;
  };
  return {
    script: { name: 'long call', durationMs: atMs, turns, wavPaths: { customer: '', agent: '' } },
    samples: { customer: sound('customer'), agent: sound('agent') },
  };
}
