import 'server-only';

/**
 * Bytes that are made while they are taken, only as fast as the client takes them. The first piece is made
 * before the answer begins, so that what keeps it from being made is an answer of its own; a failure later
 * breaks the answer off. Whoever goes away ends it, be it by the signal alone.
 */
export async function byteStream(
  pieces: AsyncGenerator<Uint8Array>,
  signal?: AbortSignal,
): Promise<ReadableStream> {
  let next = await pieces.next();
  const leave = () => void pieces.return(undefined).catch(() => undefined);
  if (signal?.aborted) leave();
  else signal?.addEventListener('abort', leave, { once: true });
  const stay = () => signal?.removeEventListener('abort', leave);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (next.done) {
          stay();
          return controller.close();
        }
        controller.enqueue(next.value);
        next = await pieces.next();
      },
      async cancel() {
        stay();
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
