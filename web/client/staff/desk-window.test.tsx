import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { holdDeskWindow, showDeskWindow } from './desk-window.ts';

/** Locks of one browser, as far as we use them. */
function fakeLocks() {
  const held: { name: string }[] = [];
  return {
    query: async () => ({ held }),
    request: async (
      name: string,
      { signal }: { signal: AbortSignal },
      run: () => Promise<void>,
    ) => {
      if (signal.aborted) throw new DOMException('over', 'AbortError');
      const lock = { name };
      held.push(lock);
      await run();
      held.splice(held.indexOf(lock), 1);
    },
  };
}

const opened = (pathname: string, href = `http://ours${pathname}`) => ({
  location: { pathname, href },
  focus: vi.fn(),
  close: vi.fn(),
});

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: fakeLocks() });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  window.opener = null;
});

it('finds no desk where none is open, or where it has been left', async () => {
  expect(await showDeskWindow()).toBe('none');
  const release = holdDeskWindow();
  expect(window.name).toBe('call-centre-desk');
  release();
  await Promise.resolve();
  expect(window.name).toBe('');
  expect(await showDeskWindow()).toBe('none');
});

it('brings the desk to the front from a window that it has opened', async () => {
  holdDeskWindow();
  window.opener = {};
  const desk = opened('/agent');
  vi.spyOn(window, 'open').mockReturnValue(desk as never);
  expect(await showDeskWindow()).toBe('shown');
  expect(desk.focus).toHaveBeenCalledOnce();
});

it('opens no second desk and leaves no empty window when it cannot be shown', async () => {
  holdDeskWindow();
  const open = vi.spyOn(window, 'open');
  expect(await showDeskWindow()).toBe('elsewhere');
  expect(open).not.toHaveBeenCalled();
  window.opener = {};
  const empty = opened('blank', 'about:blank');
  open.mockReturnValueOnce(empty as never);
  expect(await showDeskWindow()).toBe('elsewhere');
  expect(empty.close).toHaveBeenCalledOnce();
  open.mockReturnValueOnce(null);
  expect(await showDeskWindow()).toBe('elsewhere');
});

it('lets one go where a browser has no locks', async () => {
  vi.stubGlobal('navigator', {});
  const release = holdDeskWindow();
  expect(await showDeskWindow()).toBe('none');
  release();
});
