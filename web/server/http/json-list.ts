import 'server-only';

/**
 * An answer `{ "name": [ … ] }` whose list is written while it is read, a page at a time and only as
 * fast as the client takes it. The first page is read before the answer begins, so that what keeps it
 * from being read is an answer of its own; a failure later breaks the answer off, which no client takes
 * for a whole one.
 */
export async function jsonList(name: string, pages: AsyncGenerator<unknown[]>): Promise<Response> {
  const encoder = new TextEncoder();
  let next = await pages.next();
  let isFirst = true;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (next.done) {
          controller.enqueue(encoder.encode(isFirst ? `{${JSON.stringify(name)}:[]}` : ']}'));
          controller.close();
          return;
        }
        const before = isFirst ? `{${JSON.stringify(name)}:[` : ',';
        isFirst = false;
        controller.enqueue(encoder.encode(before + JSON.stringify(next.value).slice(1, -1)));
        next = await pages.next();
      },
      async cancel() {
        await pages.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return new Response(body, { headers });
}
