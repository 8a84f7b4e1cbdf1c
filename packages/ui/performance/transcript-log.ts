/** The log as it stands in the page. */
export function transcriptLog() {
  const log = document.querySelector('[data-slot="transcript-log"]') as HTMLElement;
  const rows = () => log.querySelectorAll<HTMLElement>('[data-slot="transcript-row"]');
  return {
    log,
    rowCount: () => rows().length,
    /** Whether the end of the log is in view and its last row is this one. */
    endsWith(index: number): boolean {
      const last = log.querySelector(`[data-slot="transcript-row"][data-index="${index}"]`);
      if (last === null) return false;
      const fromEndPx = log.scrollHeight - log.scrollTop - log.clientHeight;
      const belowPx = last.getBoundingClientRect().bottom - log.getBoundingClientRect().bottom;
      return fromEndPx <= 1 && Math.abs(belowPx) <= 1;
    },
    /** What holds the text of a segment, if it is in the page: itself and its bubble. */
    textsOf(segmentId: string): Element[] {
      const segment = log.querySelector(`[data-segment-id="${segmentId}"]`);
      return segment?.parentElement ? [segment, segment.parentElement] : [];
    },
    /** Whether rows fill the log from edge to edge. */
    isFilled(): boolean {
      const boxes = [...rows()].map((row) => row.getBoundingClientRect());
      const { top, bottom } = log.getBoundingClientRect();
      const highestPx = Math.min(...boxes.map((box) => box.top));
      const lowestPx = Math.max(...boxes.map((box) => box.bottom));
      return highestPx <= top + 1 && lowestPx >= bottom - 1;
    },
  };
}
