/**
 * Does something in one window of this browser at a time, in the next one when the first has ended it or
 * gives way. Returns how to end it; where browsers have no locks, each window does it.
 */
export function inOneWindow(name: string, begin: (giveWay: () => void) => () => void): () => void {
  const over = new AbortController();
  const { signal } = over;
  const turn = () =>
    new Promise<void>((giveWay) => {
      // It may be over between the browser's yes and our turn.
      if (signal.aborted) return giveWay();
      const end = begin(giveWay);
      signal.addEventListener('abort', () => {
        end();
        giveWay();
      });
    });
  if (navigator.locks) navigator.locks.request(name, { signal }, turn).catch(isOver);
  else void turn();
  return () => over.abort();
}

function isOver(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
}
