import type { Speaker, WrapUpLineFate, WrapUpLineKind } from '@agent/protocol';

/** A line of a draft: a quote or a fact of a call, with what the agent has made of it. */
export interface WrapUpDraftItem {
  id: string;
  kind: WrapUpLineKind;
  text: string;
  fate: WrapUpLineFate;
  /** Milliseconds since the call was answered; null for what belongs to no moment. */
  atMs: number | null;
  /** Whose words they are; null for a fact. */
  speaker: Speaker | null;
  /** Who said it, where that is an agent who had the call before. */
  agentName?: string | undefined;
  /** Words of the draft, to which an edit can be taken back; null when there are none. */
  original: string | null;
}

/** An outcome that the call speaks for. */
export interface WrapUpSuggestion {
  /** Its id and its words. */
  disposition: string;
  label: string;
  /** Reads well after "because". */
  because: string;
  /** When that was said; null where nothing was. */
  atMs: number | null;
}

/** Parts of a `WrapUpDraft` that can be given a class. */
export type WrapUpDraftPart =
  | 'wrap-up-draft-head'
  | 'wrap-up-draft-outcome'
  | 'wrap-up-draft-group'
  | 'wrap-up-draft-line'
  | 'wrap-up-draft-text';
