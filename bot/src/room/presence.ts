import type { Speaker } from '@agent/protocol';

/** Which sides of a call are in its room. A side that is told of twice counts once. */
export interface Presence {
  joined(speaker: Speaker): void;
  left(speaker: Speaker): void;
  /** Takes the whole room in at once, as after the bot itself was away. */
  are(speakers: readonly Speaker[]): void;
}

export type OnPresence = (speaker: Speaker, change: 'joined' | 'left') => void;

/** Starts with nobody there and tells each change once. */
export function createPresence(onChange: OnPresence): Presence {
  const here = new Set<Speaker>();

  function joined(speaker: Speaker) {
    if (here.has(speaker)) return;
    here.add(speaker);
    onChange(speaker, 'joined');
  }
  function left(speaker: Speaker) {
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
