import type { Side } from '@agent/protocol';
import type { Page } from 'playwright';

/** What a screen has shown of one segment. */
export interface ShownSegment {
  id: string;
  speaker: Side;
  /** Text when it was last seen. */
  text: string;
  state: 'interim' | 'final';
  /** How many different provisional texts were seen before the final one. */
  interims: number;
}

/** Everything a screen has shown since the page was loaded. */
export interface ShownText {
  /** In the order of first appearance. */
  segments: ShownSegment[];
  /** Ids that stood on the screen twice at the same time, or became provisional again after being final. */
  faults: string[];
}

/** Records every segment that any page of this browser shows; call before the page is loaded. */
export async function watchShownText(page: Page): Promise<void> {
  await page.addInitScript(recordSegments);
}

/** Reads what has been shown. */
export async function shownText(page: Page): Promise<ShownText> {
  return page.evaluate(() => {
    const { segments, faults } = (globalThis as unknown as { shown: RecordedText }).shown;
    return { segments: [...segments.values()], faults };
  });
}

/** Final text of one speaker, in the order shown. */
export function finalTextOf(shown: ShownText, speaker: Side): string {
  return shown.segments
    .filter((segment) => segment.speaker === speaker && segment.state === 'final')
    .map(({ text }) => text)
    .join(' ');
}

interface RecordedText {
  segments: Map<string, ShownSegment>;
  faults: string[];
}

function recordSegments(): void {
  const shown: RecordedText = { segments: new Map(), faults: [] };
  Object.assign(globalThis, { shown });
  const look = () => {
    const seen = new Set<string>();
    for (const element of document.querySelectorAll<HTMLElement>('[data-segment-id]')) {
      const id = element.dataset.segmentId ?? '';
      if (seen.has(id)) shown.faults.push(`twice: ${id}`);
      seen.add(id);
      const state = element.dataset.state === 'final' ? 'final' : 'interim';
      const text = element.textContent?.trim() ?? '';
      const speaker = element.closest<HTMLElement>('[data-speaker]')?.dataset.speaker as Side;
      const before = shown.segments.get(id);
      if (before?.state === 'final' && state === 'interim') shown.faults.push(`reopened: ${id}`);
      const interims =
        (before?.interims ?? 0) + (state === 'interim' && before?.text !== text ? 1 : 0);
      shown.segments.set(id, { id, speaker, text, state, interims });
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['data-state'],
  });
}
