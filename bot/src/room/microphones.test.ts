import type { Speaker } from '@agent/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMicrophones } from './microphones.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const open = new Set<string>();
  const heard: string[] = [];
  const cut: string[] = [];
  const surplus: string[] = [];
  const microphones = createMicrophones<string>({
    open(track) {
      open.add(track);
      return {
        open: () => (async function* () {})(),
        cut: () => cut.push(track),
        close: () => open.delete(track),
      };
    },
    onSurplus: (track) => surplus.push(track),
    onMicrophone: (speaker: Speaker) => heard.push(`${speaker}: ${[...open].at(-1)}`),
  });
  return { microphones, open, heard, cut, surplus };
}

describe('createMicrophones', () => {
  it('hears one microphone of each side, at once', () => {
    const { microphones, open, heard } = setUp();
    microphones.add('customer', 'a');
    microphones.add('agent', 'b');
    expect(heard).toEqual(['customer: a', 'agent: b']);
    expect([...open]).toEqual(['a', 'b']);
  });

  it('hears the new one of a browser that has reconnected, and no longer the old', async () => {
    const { microphones, open, heard } = setUp();
    microphones.add('customer', 'a');
    await vi.advanceTimersByTimeAsync(5_000);
    microphones.add('customer', 'b');
    microphones.remove('a');
    expect([...open]).toEqual(['b']);
    expect(heard).toEqual(['customer: a', 'customer: b']);
  });

  it('goes back to the one before when the newest is taken back', async () => {
    const { microphones, open } = setUp();
    microphones.add('customer', 'a');
    await vi.advanceTimersByTimeAsync(1_000);
    microphones.add('customer', 'b');
    await vi.advanceTimersByTimeAsync(1_000);
    microphones.remove('b');
    expect([...open]).toEqual(['a']);
  });

  it('opens few of a burst, and in the end the newest', async () => {
    const { microphones, open, heard, surplus } = setUp();
    for (let track = 0; track < 100; track += 1) {
      microphones.add('customer', `${track}`);
      microphones.add('customer', `${track}`);
      expect(open.size).toBe(1);
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect([...open]).toEqual(['99']);
    expect(surplus).toHaveLength(96);
    expect(heard.length).toBeLessThanOrEqual(4);
  });

  it('is not made to open more by taking back and publishing again', async () => {
    const { microphones, open, heard } = setUp();
    for (let track = 0; track < 100; track += 1) {
      microphones.add('customer', `${track}`);
      await vi.advanceTimersByTimeAsync(5);
      microphones.remove(`${track}`);
      await vi.advanceTimersByTimeAsync(5);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(open.size).toBe(0);
    expect(heard.length).toBeLessThanOrEqual(4);
  });

  it('cuts what is heard, and nothing else', async () => {
    const { microphones, cut } = setUp();
    microphones.add('customer', 'a');
    microphones.add('customer', 'b');
    microphones.cut('b');
    microphones.cut('a');
    expect(cut).toEqual(['a']);
  });

  it('opens nothing after it is closed', async () => {
    const { microphones, open } = setUp();
    microphones.add('customer', 'a');
    microphones.add('customer', 'b');
    microphones.close();
    microphones.close();
    microphones.add('agent', 'c');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(open.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
