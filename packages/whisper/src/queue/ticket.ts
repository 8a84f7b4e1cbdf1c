/** Which tier of the transcript waits: text that will be revised, or text that stays. */
export type Priority = 'interim' | 'final';

/** Whose words they are. */
export type Speaker = 'customer' | 'agent' | 'supervisor';

/** What the queue needs to know of a job. */
export interface Ticket {
  readonly priority: Priority;
  readonly speaker: Speaker;
  /** Opaque name of the audio track; interims of one track replace each other. */
  readonly track: string | undefined;
  /** Memory that the job holds while it waits. */
  readonly bytes: number;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}
