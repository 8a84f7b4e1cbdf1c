/** What the scripted customer knows when it wonders whether to go on. */
export interface TurnTaking {
  nowMs: number;
  /** When it stopped speaking itself, or joined. */
  quietSinceMs: number;
  /** The agent's last change between speaking and silence; undefined until it has spoken. */
  agentSpeech: { speaking: boolean; atMs: number } | undefined;
}

/** How long the scripted customer waits before it goes on, in ms. */
export type Patience = Record<'afterAnswerMs' | 'withoutAnswerMs' | 'longestAnswerMs', number>;

/** Patience of the scripted customer. */
export const turnTakingDefaults = {
  /** Silence of the agent after it has answered. */
  afterAnswerMs: 1200,
  /** Silence when the agent does not answer at all. */
  withoutAnswerMs: 2500,
  /** Longest wait for an agent who goes on speaking. */
  longestAnswerMs: 20_000,
} as const satisfies Patience;

/** Tells whether it is the customer's turn: the agent has answered, or leaves a silence. */
export function isCustomersTurn(
  { nowMs, quietSinceMs, agentSpeech }: TurnTaking,
  patience: Patience = turnTakingDefaults,
): boolean {
  const waitedMs = nowMs - quietSinceMs;
  if (waitedMs >= patience.longestAnswerMs) return true;
  if (agentSpeech?.speaking) return false;
  const answered = agentSpeech !== undefined && agentSpeech.atMs > quietSinceMs;
  return answered
    ? nowMs - agentSpeech.atMs >= patience.afterAnswerMs
    : waitedMs >= patience.withoutAnswerMs;
}
