/** What the window of a desk is called, so that others can bring it to the front. */
const DESK = 'call-centre-desk';
/** The window of what one looks up beside a desk. */
export const BESIDE_DESK = 'call-centre-history';

/**
 * Says, as long as the desk is in this window, that there is one: going to a second one would take its
 * call away. Returns how to stop.
 */
export function holdDeskWindow(): () => void {
  window.name = DESK;
  const over = new AbortController();
  const untilOver = () =>
    new Promise<void>((resolve) => over.signal.addEventListener('abort', () => resolve()));
  // Not in a browser that we could not ask either.
  navigator.locks?.request(DESK, { mode: 'shared', signal: over.signal }, untilOver).catch(isOver);
  return () => {
    over.abort();
    if (window.name === DESK) window.name = '';
  };
}

/** Whether a desk is open in another window of this browser, and if so whether it could be shown. */
export async function showDeskWindow(): Promise<'none' | 'shown' | 'elsewhere'> {
  const held = (await navigator.locks?.query())?.held ?? [];
  if (!held.some(({ name }) => name === DESK)) return 'none';
  // Only a window that the desk has opened knows it by its name; any other would open an empty one.
  if (!window.opener) return 'elsewhere';
  const desk = window.open('', DESK);
  if (!desk) return 'elsewhere';
  if (desk.location.pathname === '/agent') {
    desk.focus();
    return 'shown';
  }
  if (desk.location.href === 'about:blank') desk.close();
  return 'elsewhere';
}

function isOver(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
}
