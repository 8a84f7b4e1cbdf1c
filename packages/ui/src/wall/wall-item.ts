import type { AgentStatus, AlertKind, Speaker } from '@agent/protocol';

/** Somebody with an account, where only the name is shown. */
export interface WallPerson {
  userId: string;
  name: string;
}

/** A queue where it is only named. */
export interface WallQueue {
  id: string;
  name: string;
}

/** Something that stands out in a call, and who sees to it. Times are ISO 8601. */
export interface WallAlertItem {
  /** Names it within its call. */
  incident: string;
  kind: AlertKind;
  /** When it began. */
  since: string;
  /** What the agent gave as reason (`help`); empty: none. */
  reason: string;
  /** How late text comes (`late`), how long nine of ten calls last at most (`long`); else null. */
  figureMs: number | null;
  /** Who sees to it. */
  owner: WallPerson | null;
  /** Nobody is bothered with it until then. */
  snoozedUntil: string | null;
  /** Somebody has seen to it, though it goes on. */
  isDone: boolean;
}

/** A call that goes on. */
export interface WallCallItem {
  callId: string;
  queue: WallQueue;
  customerName: string;
  /** null: its agent had to leave, and it waits for another one. */
  agent: WallPerson | null;
  /** When it was answered; ISO 8601. */
  answeredAt: string;
  /** Since when it is on hold; null: it is not. */
  heldSince: string | null;
  transcribed: boolean;
  /** The most urgent first. */
  alerts: readonly WallAlertItem[];
  /** How the customer sounded, −1 to 1, oldest first. */
  sentiment: readonly number[];
  lastWords: { speaker: Speaker; text: string } | null;
  /** Who listens now, and who has joined the conversation. */
  listeners: readonly (WallPerson & { joined: boolean })[];
}

/** A customer in the line. */
export interface WallWaitingItem {
  callId: string;
  queue: WallQueue;
  customerName: string;
  /** ISO 8601. */
  since: string;
  /** Whether it is on offer to an agent. */
  isOffered: boolean;
}

/** An agent who is on duty. */
export interface WallAgentItem extends WallPerson {
  status: AgentStatus;
  /** Since when; ISO 8601. */
  since: string;
  /** Why somebody is on a break, in words. */
  breakReason?: string | undefined;
}

/** What somebody does about something that stands out. */
export type WallAct = { act: 'take' | 'release' | 'done' } | { act: 'snooze'; minutes: number };
