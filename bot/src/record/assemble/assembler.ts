import { coalesced, wait } from '@agent/process';
import type { CallId } from '@agent/protocol';
import type { ForgottenRecording } from '@agent/store';
import type { RecordingEnd } from '../recording-services.ts';
import type { PartsToAssemble, SealedSound } from './assemble-parts.ts';
import { createFinishing, type FinishingOptions } from './finishing.ts';
import type { Spool } from './spool.ts';

export interface AssemblerOptions
  extends Omit<FinishingOptions, 'assemble' | 'onFailed' | 'now' | 'signal'> {
  spool: Spool;
  /** Those of these of which parts are still needed. */
  stillRecording(callIds: readonly CallId[]): Promise<CallId[]>;
  /** Those that nobody has had anything of for long. */
  forgotten(): Promise<ForgottenRecording[]>;
  assemble: (what: PartsToAssemble, signal: AbortSignal) => Promise<SealedSound | undefined>;
  /** Default `Date.now`. */
  now?: () => number;
}

/** Finishes recordings: those of this bot, and those that another has left on the same disk. */
export interface Assembler {
  /** A call is recorded here: its parts are left alone. */
  entered(callId: CallId): void;
  /** It is recorded here no more. */
  left(callId: CallId, end: RecordingEnd): void;
  /** Looks for recordings to finish; asked meanwhile, it looks once more. Never rejects. */
  sweep(): Promise<void>;
  /** Begins no more, and waits a moment for what is under way. Closing twice is harmless. */
  close(): Promise<void>;
}

const SWEEP_EVERY_MS = 30_000;
/** So many calls of a spool are looked at in one go. */
const MOST_AT_ONCE = 500;
const LAST_WORK_MS = 1_000;

/** Starts to look now and then. */
export function createAssembler(options: AssemblerOptions): Assembler {
  const { spool, store, masters, database, claim } = options;
  const { stillRecording, forgotten, metrics, logger } = options;
  const closing = new AbortController();
  const { signal } = closing;
  const recording = new Set<CallId>();
  const finishing = createFinishing({
    ...{ spool, store, masters, database, claim, metrics, logger },
    assemble: (what) => options.assemble(what, signal),
    onFailed: (waitMs) => setTimeout(sweep, waitMs).unref(),
    now: options.now ?? Date.now,
    signal,
  });

  const look = coalesced(async () => {
    if (signal.aborted) return;
    const inSpool = (await spool.calls()).filter((callId) => !recording.has(callId));
    metrics.recordingsWaiting.set(inSpool.length);
    const known = [...new Set([...finishing.waiting, ...inSpool])].slice(0, MOST_AT_ONCE);
    const needed = new Set(await stillRecording(known));
    for (const callId of known) if (!needed.has(callId)) await forget(callId);
    await finishing.finish([...needed].filter((callId) => !recording.has(callId)));
    await loseForgotten(new Set(inSpool));
  });

  /** The recording is stored, lost or deleted: nobody needs its parts. */
  async function forget(callId: CallId) {
    finishing.forget(callId);
    if (!recording.has(callId)) await spool.remove(callId);
  }

  async function loseForgotten(inSpool: ReadonlySet<CallId>) {
    for (const { callId, talkMs } of await forgotten()) {
      if (inSpool.has(callId) || recording.has(callId) || signal.aborted) continue;
      await database.lose(callId, talkMs);
      metrics.recordingsEnded.inc({ outcome: 'lost' });
      logger.error({ callId }, 'Nothing is left of a recording.');
    }
  }

  async function sweep() {
    await look().catch((err) => {
      if (signal.aborted) return;
      metrics.recordingFailures.inc({ what: 'sweep' });
      logger.warn({ err }, 'Could not look for recordings to finish.');
    });
  }

  const sweeping = setInterval(sweep, SWEEP_EVERY_MS);
  sweeping.unref();
  void sweep();

  return {
    entered: (callId) => void recording.add(callId),
    left(callId, { isOver, masks }) {
      recording.delete(callId);
      finishing.mask(callId, masks);
      if (!isOver) return;
      finishing.closed(callId);
      void sweep();
    },
    sweep,
    async close() {
      closing.abort();
      clearInterval(sweeping);
      await Promise.race([sweep(), wait(LAST_WORK_MS)]);
    },
  };
}
