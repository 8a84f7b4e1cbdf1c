/** Chromium's Element Timing (https://wicg.github.io/element-timing), which no type library has. */
interface ElementTiming extends PerformanceEntry {
  identifier: string;
  /** When the first frame with the text of the element was presented, on the page's clock. */
  renderTime: number;
}

const presentedWithinMs = 2_000;

/**
 * The moment (on the clock of `performance.now`) at which the browser has presented a frame with the
 * text of an element for the first time. `find` looks for it when something has come into `root`,
 * before the frame is painted.
 */
export function firstOnScreen(
  root: Element,
  name: string,
  find: () => Iterable<Element>,
): Promise<number> {
  const marking = new MutationObserver(() => {
    for (const element of find()) {
      element.setAttribute('elementtiming', name);
      marking.disconnect();
    }
  });
  marking.observe(root, { childList: true, subtree: true });
  return presentation(name).finally(() => marking.disconnect());
}

function presentation(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(new Error(`${name} is not shown`)), presentedWithinMs);
    const observer = new PerformanceObserver((list) => {
      const entries = list.getEntries() as ElementTiming[];
      const entry = entries.find(({ identifier }) => identifier === name);
      if (entry) finish(entry.renderTime);
    });
    observer.observe({ type: 'element' });
    const finish = (outcome: number | Error) => {
      clearTimeout(timer);
      observer.disconnect();
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    };
  });
}
