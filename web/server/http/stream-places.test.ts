import { describe, expect, it, vi } from 'vitest';
import { meters } from '../meters.ts';
import { isProblem } from '../problem.ts';
import { createStreamPlaces, type PlaceRequest } from './stream-places.ts';

const limits = { perOwner: 2, perAddress: 3, perProcess: 4 };

function setUp() {
  const places = createStreamPlaces(meters, limits);
  const replaced: string[] = [];
  const take = (owner: string, request: Partial<PlaceRequest> = {}) =>
    places.take({
      stream: 'agent',
      owner,
      address: owner,
      onReplaced: () => void replaced.push(owner),
      ...request,
    });
  return { take, replaced };
}

function statusOf(take: () => void): number | undefined {
  try {
    take();
  } catch (error) {
    if (isProblem(error)) return error.status;
    throw error;
  }
  return undefined;
}

async function turnedAway(reason: string): Promise<number> {
  const { values } = await meters.turnedAwayStreams.get();
  return values.find(({ labels }) => labels.reason === reason)?.value ?? 0;
}

describe('places of streams', () => {
  it('gives the place of the oldest to the newest of the same owner and kind', async () => {
    const before = await turnedAway('replaced');
    const { take } = setUp();
    const onReplaced = vi.fn();
    take('ada', { onReplaced });
    take('ada', { stream: 'call-customer' });
    take('ada');
    expect(onReplaced).not.toHaveBeenCalled();
    take('ada');
    expect(onReplaced).toHaveBeenCalledTimes(1);
    expect(await turnedAway('replaced')).toBe(before + 1);
  });

  it('refuses what an address has too many of, and takes it again when one is closed', () => {
    const { take } = setUp();
    const address = '192.0.2.1';
    const leave = take('a', { address });
    take('b', { address });
    take('c', { address });
    expect(statusOf(() => take('d', { address }))).toBe(429);
    leave();
    leave();
    expect(statusOf(() => take('d', { address }))).toBeUndefined();
    expect(statusOf(() => take('e', { address }))).toBe(429);
  });

  it('refuses what is too much for the process, but lets its people change windows', () => {
    const { take, replaced } = setUp();
    for (const owner of ['a', 'b', 'c', 'c']) take(owner);
    expect(statusOf(() => take('d'))).toBe(503);
    take('c');
    expect(replaced).toEqual(['c']);
    expect(statusOf(() => take('d'))).toBe(503);
  });
});
