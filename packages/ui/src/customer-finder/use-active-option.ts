import { type KeyboardEvent, useState } from 'react';
import { isComposing } from '../react/is-composing.ts';
import { placeByArrow } from '../react/place-by-arrow.ts';

/** Which option of a listbox the keyboard is at, while focus stays in the text box. */
export interface ActiveOption {
  /** −1: none. */
  activeIndex: number;
  /** For the text box: ↑ ↓ move, Enter chooses. */
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Arrow keys for a listbox of the options with these ids; `listKey` tells when it is another list. The
 * active option is kept by its id: in a list that changed under the keyboard, its place may be another's.
 */
export function useActiveOption(
  ids: readonly string[],
  listKey: string,
  onChoose: (index: number) => void,
): ActiveOption {
  const [place, setPlace] = useState({ listKey, id: '' });
  const activeIndex = place.listKey === listKey ? ids.indexOf(place.id) : -1;
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const next = placeByArrow(event.key, activeIndex, ids.length);
    if (next !== undefined) setPlace({ listKey, id: ids[next] ?? '' });
    else if (event.key === 'Enter' && activeIndex >= 0) onChoose(activeIndex);
    else return;
    event.preventDefault();
  };
  return { activeIndex, onKeyDown };
}
