import type { SegmentId, SuggestionDraft, SuggestionId } from '@agent/protocol';
import type { ModelSuggestion, Suggester, SuggestionText, SuggestRequest } from './suggester.ts';

/** One question to the model. */
export interface ModelTurn extends Omit<SuggestRequest, 'signal' | 'onDraft'> {
  suggestionId: SuggestionId;
  segmentId: SegmentId;
  /** Told of the whole answer, unless the question was given up. */
  onAnswer: (answer: ModelSuggestion) => void;
  /** Told of a failure, unless the question was given up. */
  onFailure: (error: unknown) => void;
}

export interface ModelAskerOptions {
  suggester: Suggester;
  /** Shows how far a suggestion is written; told only while `wantsDrafts`. */
  onDraft: (draft: SuggestionDraft) => void;
  wantsDrafts: () => boolean;
  /** Takes back a suggestion of which something was shown. */
  onWithdrawn: (suggestionId: SuggestionId) => void;
}

/** Asks a model about one turn after another, never about two at once. */
export interface ModelAsker {
  /** Asks; the question before is given up. */
  ask(turn: ModelTurn): void;
  /** Gives up, and takes back what is shown. Calling it twice is harmless. */
  cancel(): void;
  /** Whether this is the newest question and was not given up. */
  isCurrent(suggestionId: SuggestionId): boolean;
  /** The segment of the current question while no draft of its answer was shown. */
  readonly unseen: SegmentId | undefined;
}

/** The eye does not follow more often. */
const DRAFT_EVERY_MS = 100;

/** Creates an asker that has nothing to do. */
export function createModelAsker(options: ModelAskerOptions): ModelAsker {
  const { suggester, onWithdrawn } = options;
  let current: { turn: ModelTurn; giveUp: AbortController; drafts: Drafts } | undefined;

  function cancel() {
    current?.giveUp.abort();
    current?.drafts.withdraw();
    current = undefined;
  }

  async function put(turn: ModelTurn, giveUp: AbortController, drafts: Drafts) {
    const { signal } = giveUp;
    const { conversation, matches, offered } = turn;
    try {
      const answer = await suggester.suggest({
        conversation,
        matches,
        offered,
        signal,
        onDraft: drafts.tell,
      });
      if (!signal.aborted) turn.onAnswer(answer);
    } catch (error) {
      if (signal.aborted) return;
      drafts.withdraw();
      turn.onFailure(error);
    }
  }

  return {
    cancel,
    isCurrent: (suggestionId) => current?.turn.suggestionId === suggestionId,
    get unseen() {
      return current?.drafts.isShown ? undefined : current?.turn.segmentId;
    },
    ask(turn) {
      cancel();
      const giveUp = new AbortController();
      const drafts = createDrafts(turn, suggester.name, options, onWithdrawn);
      current = { turn, giveUp, drafts };
      void put(turn, giveUp, drafts);
    },
  };
}

interface Drafts {
  readonly isShown: boolean;
  tell(text: SuggestionText): void;
  /** Calling it twice is harmless. */
  withdraw(): void;
}

function createDrafts(
  { suggestionId, segmentId }: ModelTurn,
  model: string,
  { onDraft, wantsDrafts }: ModelAskerOptions,
  onWithdrawn: (suggestionId: SuggestionId) => void,
): Drafts {
  const source = { kind: 'model', name: model.slice(0, 120), cardId: null } as const;
  let revision = 0;
  let toldAtMs = Number.NEGATIVE_INFINITY;
  let state: 'writing' | 'withdrawn' = 'writing';
  return {
    get isShown() {
      return revision > 0;
    },
    tell(text) {
      const nowMs = performance.now();
      if (state === 'withdrawn' || !wantsDrafts() || nowMs - toldAtMs < DRAFT_EVERY_MS) return;
      toldAtMs = nowMs;
      revision += 1;
      onDraft({ suggestionId, segmentId, source, revision, ...text });
    },
    withdraw() {
      if (state === 'withdrawn') return;
      state = 'withdrawn';
      if (revision > 0) onWithdrawn(suggestionId);
    },
  };
}
