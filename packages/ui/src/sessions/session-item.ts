/** A piece of a line in which something was found; `isHit` marks what was looked for. */
export interface SessionHitPiece {
  text: string;
  isHit: boolean;
}

/** Where something was found: said by a side, typed in the chat, or noted by the agent. */
export type SessionHitPlace = 'customer' | 'agent' | 'supervisor' | 'chat' | 'notes';

/** A line in which something was found. */
export interface SessionHitItem {
  where: SessionHitPlace;
  /** Milliseconds since the call was answered; null for notes. */
  atMs: number | null;
  pieces: readonly SessionHitPiece[];
}

/** What became of the sound of a call: `none`: nobody agreed, or there was nobody to record it. */
export type SessionSound = 'none' | 'recording' | 'ready' | 'lost' | 'deleted';

/** How the customer sounded, −1…1; null where nobody knows. */
export interface SessionSentiment {
  start: number | null;
  end: number | null;
  /** Means of equal spans, oldest first. */
  trend: readonly (number | null)[];
}

/** One call that is over. Times are ISO 8601. */
export interface SessionItem {
  callId: string;
  /** `wrap-up`: its agent is still busy with it; `abandoned`: its customer gave up waiting. */
  status: 'queued' | 'offered' | 'active' | 'wrap-up' | 'closed' | 'abandoned';
  customerName: string;
  agentName: string | null;
  queuedAt: string;
  answeredAt: string | null;
  endedAt: string;
  /** How long they talked; null when nobody answered. */
  talkMs: number | null;
  /** How it turned out, in words; null while nobody has said. */
  outcome: { label: string } | null;
  /** What it was about, where there is a choice. */
  queue?: { name: string } | undefined;
  /** 1–5; null when the customer gave none. */
  rating: number | null;
  sentiment: SessionSentiment;
  orderNumbers: readonly string[];
  topics: readonly string[];
  sound: SessionSound;
  hits: readonly SessionHitItem[];
}
