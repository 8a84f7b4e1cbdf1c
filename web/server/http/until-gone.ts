import 'server-only';

/**
 * The same stream, which ends with its request: a browser that seeks goes away in the middle, and what
 * is read for it must be closed then.
 */
export function untilGone(
  source: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  const onGone = () => void end();
  /** Closing what was closed or has failed is harmless. */
  const end = async () => {
    signal.removeEventListener('abort', onGone);
    await reader.cancel().catch(() => undefined);
  };
  return new ReadableStream<Uint8Array>(
    {
      start() {
        if (signal.aborted) onGone();
        else signal.addEventListener('abort', onGone, { once: true });
      },
      async pull(controller) {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        signal.removeEventListener('abort', onGone);
        controller.close();
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}
