/** Resolves in the first task after the next frame has been laid out and painted. */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
}

/** Resolves at the start of the next frame with its time. */
export function nextFrame(): Promise<number> {
  return new Promise(requestAnimationFrame);
}

/** Longer than a log remembers that it was scrolled (150 ms), and than any frame without content. */
const quietMs = 200;

/** Resolves when nothing is under way, up to 20 ms later, so that no rhythm of the frames is kept. */
export function someQuietMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, quietMs + Math.random() * 20));
}

const shownWithinMs = 2_000;

/**
 * Milliseconds from `change` until a frame in which `isShown` holds is painted. Frames are asked for
 * only once something in `root` has changed: one asked for before has nothing to show, and the browser
 * would keep the frame of the change waiting for the end of that one's 16.7 ms.
 */
export async function timeUntilShown(
  root: Element,
  change: () => void,
  isShown: () => boolean,
): Promise<number> {
  await someQuietMoment();
  const changed = nextMutation(root);
  const startedAtMs = performance.now();
  change();
  await changed;
  for (;;) {
    await nextPaint();
    const tookMs = performance.now() - startedAtMs;
    if (isShown()) return tookMs;
    if (tookMs > shownWithinMs) throw new Error('The change does not show');
  }
}

function nextMutation(root: Element): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(root, { childList: true, characterData: true, subtree: true });
  });
}
