import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

const reload = vi.fn();
const at = { pathname: '' };
vi.mock('next/navigation', () => ({ usePathname: () => at.pathname }));

/** A document that was loaded for a page. */
async function documentFor(pathname: string) {
  vi.resetModules();
  vi.stubGlobal('location', { pathname, reload });
  const { OwnPolicy } = await import('./own-policy.tsx');
  const go = (to: string) => {
    at.pathname = to;
  };
  go(pathname);
  const view = render(<OwnPolicy />);
  return (to: string) => {
    go(to);
    view.rerender(<OwnPolicy />);
  };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  reload.mockClear();
});

it('loads a page of supervisors anew that came into a document with a microphone', async () => {
  const go = await documentFor('/calls/history');
  go('/calls/1');
  expect(reload).not.toHaveBeenCalled();
  go('/supervisor');
  expect(reload).toHaveBeenCalledOnce();
});

it('loads the page anew on which one speaks, and any other that came from the wall', async () => {
  const go = await documentFor('/supervisor');
  go('/supervisor/calls/1');
  expect(reload).not.toHaveBeenCalled();
  go('/supervisor/calls/1/speak');
  expect(reload).toHaveBeenCalledOnce();
  go('/supervisor/calls/1');
  go('/agent');
  expect(reload).toHaveBeenCalledTimes(2);
});
