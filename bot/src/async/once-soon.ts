/** Makes one call of `work` for a key of however many come within `afterMs` of the first. */
export function onceSoon<Key>(afterMs: number, work: (key: Key) => void): (key: Key) => void {
  const waiting = new Set<Key>();
  return (key) => {
    if (waiting.has(key)) return;
    waiting.add(key);
    setTimeout(() => {
      waiting.delete(key);
      work(key);
    }, afterMs);
  };
}
