import { estimateRowPx } from './estimate-row.ts';
import type { TranscriptItem } from './transcript-item.ts';

/** What the virtualiser asks about rows. Another `keyOf` tells it to place all rows again. */
export interface RowLookup {
  keyOf: (index: number) => string | number;
  estimatePx: (index: number) => number;
}

/**
 * Answers for a list that grows: only rows that are new or have changed are estimated, and as long as
 * none changes its place `keyOf` stays the same. With thousands of rows anything else takes longer
 * than a frame, at each scroll event and each word that is spoken.
 */
export function createRowLookup(): (
  items: readonly TranscriptItem[],
  widthPx: number,
) => RowLookup {
  let items: readonly TranscriptItem[] = [];
  let widthPx = 0;
  let heightsPx: number[] = [];
  const newKeyOf = () => (index: number) => items[index]?.key ?? index;
  let keyOf = newKeyOf();
  const estimatePx = (index: number) => heightsPx[index] ?? estimateRowPx(undefined, widthPx);
  return (nextItems, nextWidthPx) => {
    const isSameWidth = nextWidthPx === widthPx;
    if (nextItems === items && isSameWidth) return { keyOf, estimatePx };
    const same = isSameWidth ? countSame(items, nextItems) : 0;
    const changed = nextItems.slice(same);
    const changedPx = changed.map((item, place) => {
      const knownPx = isSameWidth && items[same + place] === item ? heightsPx[same + place] : null;
      return knownPx ?? estimateRowPx(item, nextWidthPx);
    });
    const keepsPlaces =
      isSameWidth && items.slice(same).every(({ key }, place) => changed[place]?.key === key);
    heightsPx = heightsPx.slice(0, same).concat(changedPx);
    items = nextItems;
    widthPx = nextWidthPx;
    if (!keepsPlaces) keyOf = newKeyOf();
    return { keyOf, estimatePx };
  };
}

/** How many rows at the beginning are the very same. */
function countSame(before: readonly TranscriptItem[], after: readonly TranscriptItem[]): number {
  let count = 0;
  while (count < before.length && before[count] === after[count]) count += 1;
  return count;
}
