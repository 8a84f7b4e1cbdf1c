import type { Side } from '@agent/protocol';

/** Which sides of a call are in its room. A side that is told of twice counts once. */
export interface Presence {
  joined(speaker: Side): void;
  left(speaker: Side): void;
  /** Takes the whole room in at once, as after the bot itself was away. */
  are(speakers: readonly Side[]): void;
}

export type OnPresence = (speaker: Side, change: 'joined' | 'left') => void;

/** Starts with nobody there and tells each change once. */
export function createPresence(onChange: OnPresence): Presence {
  const here = new Set<Side>();

  function joined(speaker: Side) {
    if (here.has(speaker)) return;
    here.add(speaker);
    onChange(speaker, 'joined');
  }
  function left(speaker: Side) {
    if (here.delete(speaker)) onChange(speaker, 'left');
  }

  return {
    joined,
    left,
    are(speakers) {
      for (const speaker of [...here]) if (!speakers.includes(speaker)) left(speaker);
      speakers.forEach(joined);
    },
  };
}
