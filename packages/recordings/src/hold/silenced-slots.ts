/** Which slots must be silent, also those yet to come. */
export interface SilencedSlots {
  /** Adds `[from, to)` and gives back a function that sets another end. */
  add(from: number, to: number): (to: number) => void;
  has(index: number): boolean;
  /** Forgets what ends before `index`. */
  forgetBefore(index: number): void;
}

/** Creates an empty set. */
export function createSilencedSlots(): SilencedSlots {
  let stretches: { from: number; to: number }[] = [];

  return {
    add(from, to) {
      const stretch = { from, to };
      stretches.push(stretch);
      return (end) => {
        stretch.to = end;
      };
    },
    has: (index) => stretches.some(({ from, to }) => index >= from && index < to),
    forgetBefore(index) {
      stretches = stretches.filter(({ to }) => to > index);
    },
  };
}
