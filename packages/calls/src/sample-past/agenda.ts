/** What is to happen, by its time; of the same moment what was noted first. */
export interface Agenda {
  add(atMs: number, act: () => void): void;
  /** Takes the earliest; undefined when nothing is left. */
  next(): { atMs: number; act: () => void } | undefined;
}

interface Entry {
  atMs: number;
  place: number;
  act: () => void;
}

/** An empty agenda: a binary heap. */
export function createAgenda(): Agenda {
  const heap: Entry[] = [];
  let places = 0;
  const isBefore = (a: Entry, b: Entry) =>
    a.atMs < b.atMs || (a.atMs === b.atMs && a.place < b.place);

  return {
    add(atMs, act) {
      const entry = { atMs, place: places, act };
      places += 1;
      let index = heap.push(entry) - 1;
      while (index > 0) {
        const parent = (index - 1) >> 1;
        const above = heap[parent];
        if (!above || !isBefore(entry, above)) break;
        heap[index] = above;
        index = parent;
      }
      heap[index] = entry;
    },
    next() {
      const first = heap[0];
      const last = heap.pop();
      if (first && last && heap.length > 0) sink(last);
      return first;
    },
  };

  function sink(entry: Entry): void {
    let index = 0;
    for (;;) {
      const left = heap[2 * index + 1];
      const right = heap[2 * index + 2];
      const isRight = !!right && !!left && isBefore(right, left);
      const least = isRight ? right : left;
      if (!least || !isBefore(least, entry)) break;
      heap[index] = least;
      index = 2 * index + (isRight ? 2 : 1);
    }
    heap[index] = entry;
  }
}
