/** Moves focus among menu items by ↑, ↓, Home and End; internal to menus. */
export function focusByKey(items: readonly HTMLElement[], event: KeyboardEvent): void {
  const current = items.indexOf(document.activeElement as HTMLElement);
  const next = nextIndex(event.key, current, items.length);
  if (next === undefined) return;
  event.preventDefault();
  items[next]?.focus();
}

function nextIndex(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count;
    case 'ArrowUp':
      return (current - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
