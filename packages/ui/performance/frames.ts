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

/** Resolves when nothing is under way, up to 20 ms later, so that no rhythm of the frames is kept. */
export async function someQuietMoment(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await nextPaint();
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
}

const shownWithinMs = 2_000;

/** Milliseconds from `change` until a frame in which `isShown` holds is painted. */
export async function timeUntilShown(change: () => void, isShown: () => boolean): Promise<number> {
  await someQuietMoment();
  const startedAtMs = performance.now();
  change();
  for (;;) {
    await nextPaint();
    const tookMs = performance.now() - startedAtMs;
    if (isShown()) return tookMs;
    if (tookMs > shownWithinMs) throw new Error('The change does not show');
  }
}
