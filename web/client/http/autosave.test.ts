import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAutosave, type SaveState } from './autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const save = vi.fn(async (_value: string, _meta: { leaving: boolean }): Promise<void> => {});
  const states: SaveState[] = [];
  const autosave = createAutosave<string>({ save, onState: (state) => states.push(state) });
  return { save, states, autosave };
}

it('saves the newest text once the typing rests', async () => {
  const { save, states, autosave } = setUp();
  autosave.change('a');
  await vi.advanceTimersByTimeAsync(400);
  autosave.change('ab');
  await vi.advanceTimersByTimeAsync(400);
  expect(save).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(300);
  expect(save.mock.calls).toEqual([['ab', { leaving: false }]]);
  expect(states.at(-1)).toBe('saved');
});

it('tries again after a failure, with what was typed meanwhile', async () => {
  const { save, states, autosave } = setUp();
  save.mockRejectedValueOnce(new Error('offline'));
  autosave.change('a');
  await vi.advanceTimersByTimeAsync(700);
  expect(states.at(-1)).toBe('failed');
  await vi.advanceTimersByTimeAsync(3000);
  expect(save.mock.calls.map(([value]) => value)).toEqual(['a', 'a']);
  expect(states.at(-1)).toBe('saved');
});

it('never has an older text overtake a newer one', async () => {
  const { save, autosave } = setUp();
  const first = Promise.withResolvers<void>();
  save.mockReturnValueOnce(first.promise);
  autosave.change('a');
  await vi.advanceTimersByTimeAsync(700);
  autosave.change('ab');
  await vi.advanceTimersByTimeAsync(700);
  expect(save).toHaveBeenCalledTimes(1);
  first.resolve();
  await vi.advanceTimersByTimeAsync(1);
  expect(save.mock.calls.map(([value]) => value)).toEqual(['a', 'ab']);
});

it('saves at once when flushed, and nothing when there is nothing new', async () => {
  const { save, autosave } = setUp();
  autosave.change('a');
  await autosave.flush(true);
  await autosave.flush();
  expect(save.mock.calls).toEqual([['a', { leaving: true }]]);
});

it('saves nothing after it was closed', async () => {
  const { save, autosave } = setUp();
  autosave.change('a');
  autosave.close();
  await vi.advanceTimersByTimeAsync(5000);
  expect(save).not.toHaveBeenCalled();
});
