import 'server-only';

/**
 * Text that is written while it is read, only as fast as the client takes it. The first piece is read
 * before the answer begins, so that what keeps it from being read is an answer of its own; a failure
 * later breaks the answer off.
 */
export async function textStream(pieces: AsyncGenerator<string>): Promise<ReadableStream> {
  const encoder = new TextEncoder();
  let next = await pieces.next();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (next.done) return controller.close();
        controller.enqueue(encoder.encode(next.value));
        next = await pieces.next();
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
