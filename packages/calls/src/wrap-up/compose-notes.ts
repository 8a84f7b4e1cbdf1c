import type { WrapUpLine } from '@agent/protocol';
import { wrapUpLanguage } from '../language.ts';

/**
 * The notes of a call as they are stored: the agent's own first, then each line of the draft that was
 * left standing. No longer than notes may be, if the draft passed its schema.
 */
export function composeNotes({
  notes,
  lines,
}: {
  notes: string;
  lines: readonly WrapUpLine[];
}): string {
  const standing = lines.filter(({ fate, text }) => fate !== 'removed' && text.trim()).map(inNotes);
  return [...(notes.trim() ? [notes] : []), ...standing].join('\n');
}

/** "Promised (1:02): I will send it today." */
function inNotes({ kind, atMs, text }: WrapUpLine): string {
  const at = atMs === null ? '' : ` (${clock(atMs)})`;
  return `${wrapUpLanguage.lineNames[kind]}${at}: ${text.trim()}`;
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
