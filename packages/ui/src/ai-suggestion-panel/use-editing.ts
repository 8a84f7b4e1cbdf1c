import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Which card is being edited, and where focus goes afterwards. */
export interface Editing {
  editingId: string | null;
  start: (id: string) => void;
  /** Leaves the editor, focus back to where it came from. */
  back: () => void;
  /** Leaves the editor; focus is for the owner to place. */
  end: () => void;
}

/** The editor's state. Focus comes back to what had it, else to the card's button, else to `shelter`. */
export function useEditing(
  root: RefObject<HTMLElement | null>,
  shelter: RefObject<HTMLElement | null>,
): Editing {
  const [editingId, setEditingId] = useState<string | null>(null);
  const cameFrom = useRef<Element | null>(null);
  const returningTo = useRef<string | null>(null);
  useLayoutEffect(() => {
    const id = returningTo.current;
    if (editingId !== null || id === null) return;
    returningTo.current = null;
    const target = [cameFrom.current, editButton(root.current, id), shelter.current].find(
      (element) => element instanceof HTMLElement && element.isConnected,
    );
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  }, [editingId, root, shelter]);
  return {
    editingId,
    start: (id) => {
      const { activeElement } = document;
      cameFrom.current = activeElement === document.body ? null : activeElement;
      setEditingId(id);
    },
    back: () => {
      returningTo.current = editingId;
      setEditingId(null);
    },
    end: () => setEditingId(null),
  };
}

function editButton(root: HTMLElement | null, id: string): Element | null {
  const cards = root?.querySelectorAll<HTMLElement>('[data-suggestion-id]') ?? [];
  const card = [...cards].find(({ dataset }) => dataset.suggestionId === id);
  return card && card.dataset.state !== 'leaving' ? card.querySelector('[data-verb="edit"]') : null;
}
