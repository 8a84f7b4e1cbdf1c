import { nextFrame, nextPaint } from './frames.ts';
import type { ScrollFrames } from './page-api.ts';
import { transcriptLog } from './transcript-log.ts';

/** Scrolls the log at a speed, whatever the frame rate, and notes every frame. */
export async function scrollFrames(pxPerSecond: number, durationMs: number): Promise<ScrollFrames> {
  const { log, rowCount, isFilled } = transcriptLog();
  const frameMs: number[] = [];
  let blankFrames = 0;
  let mostRows = 0;
  let direction = -1;
  const startedAtMs = await nextFrame();
  let lastMs = startedAtMs;
  while (lastMs - startedAtMs < durationMs) {
    const nowMs = await nextFrame();
    frameMs.push(nowMs - lastMs);
    if (log.scrollTop <= 0) direction = 1;
    if (log.scrollTop >= log.scrollHeight - log.clientHeight - 1) direction = -1;
    log.scrollTop += (direction * pxPerSecond * (nowMs - lastMs)) / 1000;
    lastMs = nowMs;
    void nextPaint().then(() => {
      mostRows = Math.max(mostRows, rowCount());
      if (!isFilled()) blankFrames += 1;
    });
  }
  await nextPaint();
  return { frameMs, blankFrames, mostRows };
}
