import { QueueRefusal } from './queue-refusal.ts';
import { createServiceTimes } from './service-times.ts';
import type { Priority, Ticket } from './ticket.ts';

/** Bounds and hooks of the queue. */
export interface JobQueueOptions {
  /** Clock in milliseconds. */
  readonly nowMs: () => number;
  /** An interim that would wait longer is refused. Default 1000. */
  readonly maxInterimWaitMs?: number;
  /** Memory of all waiting jobs, finals included. Default 256 MiB. */
  readonly maxWaitingBytes?: number;
  /** Told when a job starts, with the time it waited. */
  readonly onStarted?: (ticket: Ticket, waitedMs: number) => void;
  /** Told when a job leaves undone. */
  readonly onDropped?: (ticket: Ticket, refusal: QueueRefusal) => void;
}

/** The one queue before the engines. */
export interface JobQueue {
  /** Does the job when its turn comes; rejects with QueueRefusal when it never comes. */
  submit<T>(ticket: Ticket, run: () => Promise<T>): Promise<T>;
  /** How many jobs wait. */
  depth(priority: Priority): number;
  /** Refuses new jobs and resolves when the accepted ones are done. Closing twice is harmless. */
  close(): Promise<void>;
}

interface WaitingJob {
  readonly ticket: Ticket;
  readonly sinceMs: number;
  readonly start: () => Promise<void>;
  readonly refuse: (refusal: QueueRefusal) => void;
}

const DEFAULTS = { maxInterimWaitMs: 1000, maxWaitingBytes: 256 * 1024 * 1024 } as const;

/**
 * One job of each tier at a time. Finals first: while one waits, no interim starts. Customer
 * before agent. Of the interims of one track only the newest waits, and none behind a final.
 */
export function createJobQueue(options: JobQueueOptions): JobQueue {
  const { nowMs, maxInterimWaitMs, maxWaitingBytes } = { ...DEFAULTS, ...options };
  const waiting = new Set<WaitingJob>();
  const running: Record<Priority, boolean> = { interim: false, final: false };
  const serviceTimes = createServiceTimes();
  const idle: Array<() => void> = [];
  let closed = false;

  const waitingOf = (priority: Priority) =>
    Array.from(waiting).filter((job) => job.ticket.priority === priority);

  const drop = (job: WaitingJob, refusal: QueueRefusal) => {
    if (waiting.delete(job)) job.refuse(refusal);
  };

  const expectedWaitMs = () =>
    serviceTimes.expectedMs('final') * waitingOf('final').length +
    serviceTimes.expectedMs('interim') * waitingOf('interim').length;

  const refusalFor = (ticket: Ticket): QueueRefusal | undefined => {
    if (closed) return QueueRefusal.closed();
    if (ticket.signal.aborted) return QueueRefusal.cancelled();
    const waitMs = expectedWaitMs();
    if (ticket.priority === 'interim' && waitMs > maxInterimWaitMs) {
      return QueueRefusal.overloaded(waitMs);
    }
    const bytes = Array.from(waiting).reduce((sum, job) => sum + job.ticket.bytes, ticket.bytes);
    return bytes > maxWaitingBytes ? QueueRefusal.full(waitMs) : undefined;
  };

  const startNext = (priority: Priority) => {
    if (running[priority]) return;
    if (priority === 'interim' && waitingOf('final').length > 0) return;
    const jobs = waitingOf(priority);
    const job = jobs.find(({ ticket }) => ticket.speaker === 'customer') ?? jobs[0];
    if (job === undefined) return;
    waiting.delete(job);
    running[priority] = true;
    const startedMs = nowMs();
    options.onStarted?.(job.ticket, startedMs - job.sinceMs);
    void job.start().finally(() => {
      running[priority] = false;
      serviceTimes.record(priority, nowMs() - startedMs);
      startAll();
    });
  };

  const startAll = () => {
    startNext('final');
    startNext('interim');
    if (waiting.size > 0 || running.final || running.interim) return;
    for (const resolve of idle.splice(0)) resolve();
  };

  return {
    submit: <T>(ticket: Ticket, run: () => Promise<T>) => {
      for (const job of waitingOf('interim')) {
        const sameTrack = ticket.track !== undefined && job.ticket.track === ticket.track;
        if (sameTrack) drop(job, QueueRefusal.superseded());
      }
      const refusal = refusalFor(ticket);
      if (refusal) {
        options.onDropped?.(ticket, refusal);
        return Promise.reject(refusal);
      }
      return new Promise<T>((resolve, reject) => {
        const job: WaitingJob = {
          ticket,
          sinceMs: nowMs(),
          start: () => run().then(resolve, reject),
          refuse: (why) => {
            options.onDropped?.(ticket, why);
            reject(why);
          },
        };
        waiting.add(job);
        ticket.signal.addEventListener('abort', () => drop(job, QueueRefusal.cancelled()), {
          once: true,
        });
        startAll();
      });
    },
    depth: (priority) => waitingOf(priority).length,
    close: () => {
      closed = true;
      return new Promise((resolve) => {
        idle.push(resolve);
        startAll();
      });
    },
  };
}
