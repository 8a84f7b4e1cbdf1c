import { expect, it } from 'vitest';
import { textStream } from './text-stream.ts';

async function* piecesOf(pieces: readonly string[], error?: Error) {
  yield* pieces;
  if (error) throw error;
}

it('is the text of all pieces, of none too', async () => {
  expect(await new Response(await textStream(piecesOf(['a', 'é', 'c']))).text()).toBe('aéc');
  expect(await new Response(await textStream(piecesOf([]))).text()).toBe('');
});

it('is an answer of its own when nothing can be read, and breaks off later', async () => {
  const away = new Error('away');
  await expect(textStream(piecesOf([], away))).rejects.toThrow('away');
  const later = new Response(await textStream(piecesOf(['a', 'b'], away)));
  await expect(later.text()).rejects.toThrow('away');
});

it('reads no further than its client does, and nothing once it is gone', async () => {
  let read = 0;
  let isEnded = false;
  async function* endless() {
    try {
      for (;;) {
        read += 1;
        yield String(read);
      }
    } finally {
      isEnded = true;
    }
  }
  const reader = (await textStream(endless())).getReader();
  await reader.read();
  await reader.read();
  expect(read).toBeLessThanOrEqual(3);
  await reader.cancel();
  expect(isEnded).toBe(true);
});
