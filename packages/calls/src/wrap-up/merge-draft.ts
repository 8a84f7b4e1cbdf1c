import { MAX_WRAP_UP_LINES, type WrapUpLine, wrapUpLineKinds } from '@agent/protocol';
import type { WrapUpDraftLine } from './draft-line.ts';

/** A line of the draft with what the agent has made of it. */
export interface MergedLine extends WrapUpDraftLine, Pick<WrapUpLine, 'fate'> {
  /** The words of the draft, for taking an edit back; null once the draft has the line no more. */
  original: string | null;
}

/**
 * A draft with what the agent made of an earlier one. Last words come after the end of the talk: they
 * may bring lines and take others, but never what the agent has edited or removed.
 */
export function mergeDraft(
  drafted: readonly WrapUpDraftLine[],
  saved: readonly WrapUpLine[],
): MergedLine[] {
  const byId = new Map(saved.map((line) => [line.id, line]));
  const ids = new Set(drafted.map(({ id }) => id));
  const now = drafted.map((line) => merged(line, byId.get(line.id)));
  const gone = saved.filter(({ id, fate }) => fate !== 'kept' && !ids.has(id)).map(withoutPlace);
  return [...now, ...gone].sort(byKindAndMoment).slice(0, MAX_WRAP_UP_LINES);
}

/**
 * A line as it was before the agent removed it, or as the draft has it when it was edited. Of a line
 * that the draft has no more the words stay.
 */
export function restoreLine(line: MergedLine): MergedLine {
  const { fate, text, original } = line;
  if (fate === 'removed' && text !== original && text !== '') return { ...line, fate: 'edited' };
  return original === null
    ? { ...line, fate: 'edited' }
    : { ...line, fate: 'kept', text: original };
}

function merged(line: WrapUpDraftLine, saved: WrapUpLine | undefined): MergedLine {
  const fate = saved?.fate ?? 'kept';
  const text = saved && fate !== 'kept' ? saved.text : line.text;
  return { ...line, text, fate, original: line.text };
}

function withoutPlace({ id, kind, text, atMs, fate }: WrapUpLine): MergedLine {
  return { id, kind, text, atMs, fate, speaker: null, segmentId: null, original: null };
}

function byKindAndMoment(a: MergedLine, b: MergedLine): number {
  const kinds = wrapUpLineKinds.indexOf(a.kind) - wrapUpLineKinds.indexOf(b.kind);
  return kinds || (a.atMs ?? 0) - (b.atMs ?? 0);
}
