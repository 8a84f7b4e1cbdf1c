/** Scrolls only the nearest scrolling ancestor, and only as far as needed; focus and page stay. */
export function scrollIntoNearest(element: HTMLElement): void {
  const scroller = scrollingAncestor(element);
  if (!scroller) return;
  const box = element.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  if (box.top < view.top) scroller.scrollTop += box.top - view.top;
  else if (box.bottom > view.bottom) {
    scroller.scrollTop += Math.min(box.bottom - view.bottom, box.top - view.top);
  }
}

function scrollingAncestor(element: HTMLElement): HTMLElement | null {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (parent === document.body || parent === document.documentElement) return null;
    const { overflowY } = getComputedStyle(parent);
    const scrolls = overflowY === 'auto' || overflowY === 'scroll';
    if (scrolls && parent.scrollHeight > parent.clientHeight) return parent;
  }
  return null;
}
