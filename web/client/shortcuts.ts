/** What the keyboard can do during a call. */
export type ShortcutAction = 'mute' | 'hold' | 'hang-up' | 'help';

/** The part of a keyboard event that decides. */
export type ShortcutKey = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'
>;

/**
 * Which action a key asks for. While typing only the combination with Ctrl or ⌘ counts, because
 * plain letters belong to the text.
 */
export function shortcutOf(event: ShortcutKey, typing: boolean): ShortcutAction | null {
  if (event.repeat || event.altKey) return null;
  const command = event.ctrlKey || event.metaKey;
  if (command) return event.shiftKey && event.code === 'KeyE' ? 'hang-up' : null;
  if (typing) return null;
  if (event.key === '?') return 'help';
  if (event.shiftKey) return null;
  if (event.code === 'KeyM') return 'mute';
  return event.code === 'KeyH' ? 'hold' : null;
}

/** Whether keys typed into this element are text. */
export function isTypingTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}
