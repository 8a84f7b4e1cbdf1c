import { estimateRowPx } from './estimate-row.ts';
import type { TranscriptItem } from './transcript-item.ts';

/** What the virtualiser asks about rows. Another `keyOf` tells it to place all rows anew. */
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
  let heightsPx: readonly number[] = [];
  const newKeyOf = () => (index: number) => items[index]?.key ?? index;
  let keyOf = newKeyOf();
  const estimatePx = (index: number) => heightsPx[index] ?? estimateRowPx(undefined, widthPx);
  return (nextItems, nextWidthPx) => {
    const isSameWidth = nextWidthPx === widthPx;
    if (nextItems === items && isSameWidth) return { keyOf, estimatePx };
    heightsPx = nextItems.map((item, index) => {
      const knownPx = isSameWidth && items[index] === item ? heightsPx[index] : undefined;
      return knownPx ?? estimateRowPx(item, nextWidthPx);
    });
    const keepsPlaces = isSameWidth && items.every(({ key }, i) => nextItems[i]?.key === key);
    items = nextItems;
    widthPx = nextWidthPx;
    if (!keepsPlaces) keyOf = newKeyOf();
    return { keyOf, estimatePx };
  };
}
