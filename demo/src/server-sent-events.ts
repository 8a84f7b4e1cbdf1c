/** Yields the data of each event of a `text/event-stream` body, until it ends. */
export async function* serverSentEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string> {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + text.replaceAll('\r', '')).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = dataOf(block);
      if (data !== '') yield data;
    }
  }
}

function dataOf(block: string): string {
  return block
    .split('\n')
    .flatMap((line) => /^data: ?(.*)$/u.exec(line)?.[1] ?? [])
    .join('\n');
}
