import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inOneWindow } from './in-one-window.ts';

let heard: string[] = [];
beforeEach(() => {
  heard = [];
});
afterEach(() => vi.unstubAllGlobals());

/** A window that says when it begins and ends. */
function open(name: string, givesWay = false): () => void {
  return inOneWindow('bell', (giveWay) => {
    heard.push(`${name} begins`);
    if (givesWay) giveWay();
    return () => heard.push(`${name} ends`);
  });
}

it('goes on in the next window when the first has ended, and is never in both', async () => {
  const end = { first: open('first'), second: open('second') };
  await expect.poll(() => heard).toEqual(['first begins']);
  end.first();
  await expect.poll(() => heard).toEqual(['first begins', 'first ends', 'second begins']);
  end.second();
  expect(heard.at(-1)).toBe('second ends');
});

it('goes to the next window at once where the first may not', async () => {
  const end = { first: open('first', true), second: open('second') };
  await expect.poll(() => heard).toEqual(['first begins', 'second begins']);
  end.first();
  end.second();
  expect(heard).toHaveLength(4);
});

it('is not done in a window that has not had its turn', async () => {
  const end = { first: open('first'), second: open('second') };
  await expect.poll(() => heard).toEqual(['first begins']);
  end.second();
  end.first();
  await expect.poll(() => navigator.locks.query()).toMatchObject({ held: [], pending: [] });
  expect(heard).toEqual(['first begins', 'first ends']);
});

it('is not done when it was over before its turn came, and keeps nobody waiting', async () => {
  const turns: (() => Promise<void>)[] = [];
  const locks = {
    request: async (_name: string, _options: LockOptions, turn: () => Promise<void>) =>
      void turns.push(turn),
  };
  vi.stubGlobal('navigator', { locks });
  open('first')();
  await turns[0]?.();
  expect(heard).toEqual([]);
});

it('is done in each window where there are no locks', () => {
  vi.stubGlobal('navigator', {});
  const end = open('first');
  open('second')();
  end();
  expect(heard).toEqual(['first begins', 'second begins', 'second ends', 'first ends']);
});
