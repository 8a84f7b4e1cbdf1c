import type { Side } from '@agent/protocol';

/** Which sides of a call are in its room. A side that is told of twice counts once. */
export interface Presence {
  joined(side: Side): void;
  left(side: Side): void;
  /** Takes the whole room in at once, as after the bot itself was away. */
  are(sides: readonly Side[]): void;
}

export type OnPresence = (side: Side, change: 'joined' | 'left') => void;

/** Starts with nobody there and tells each change once. */
export function createPresence(onChange: OnPresence): Presence {
  const here = new Set<Side>();

  function joined(side: Side) {
    if (here.has(side)) return;
    here.add(side);
    onChange(side, 'joined');
  }
  function left(side: Side) {
    if (here.delete(side)) onChange(side, 'left');
  }

  return {
    joined,
    left,
    are(sides) {
      for (const side of [...here]) if (!sides.includes(side)) left(side);
      sides.forEach(joined);
    },
  };
}
