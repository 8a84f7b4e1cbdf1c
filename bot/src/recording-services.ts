import { resolve } from 'node:path';
import type { Logger } from '@agent/process/log';
import type { CallId } from '@agent/protocol';
import {
  createDataKey,
  type DataKey,
  type OpenRecordings,
  openRecordings,
  unwrapDataKey,
  wrapDataKey,
} from '@agent/recordings';
import {
  appendCallEvent,
  callsStillRecording,
  claimUnfinishedRecordings,
  type Database,
  findRecording,
  finishRecording,
  forgottenRecordings,
  loseRecording,
  openRecording,
  readRecordingNotes,
} from '@agent/store';
import type { BotEnv } from './env-schema.ts';
import type { BotMetrics } from './health/metrics.ts';
import { assembleInWorker } from './record/assemble/assemble-in-worker.ts';
import { createAssembler } from './record/assemble/assembler.ts';
import type { FinishingStore } from './record/assemble/finish-one.ts';
import { openSpool } from './record/assemble/spool.ts';
import type { RecordingServices } from './record/recording-services.ts';

export interface RecordingServicesOptions {
  env: BotEnv;
  db: Database;
  botId: string;
  metrics: BotMetrics;
  logger: Logger;
}

/** A recording is an assembler's for so long; it takes it again before it tries again. */
const LEASE_MS = 300_000;
/** So long after its call a recorder that has not said so has ended all the same. */
const RECORDER_GONE_MS = 120_000;
/** So long after its call the disk of a recording that nobody has may still come back. */
const FORGOTTEN_MS = 86_400_000;
const MOST_FORGOTTEN = 20;

/**
 * Opens all that recording rests on; undefined, and said once, where the environment has no key, no
 * store or no spool. Its opener closes it.
 */
export function openRecordingServices(
  options: RecordingServicesOptions,
): { services: RecordingServices; close(): Promise<void> } | undefined {
  const { env, db, botId, metrics, logger } = options;
  const opened = openRecordings(env);
  if (!opened || env.RECORDING_SPOOL === '') {
    logger.warn(
      'Nothing is recorded: RECORDING_KEY, RECORDING_STORE or RECORDING_SPOOL is missing.',
    );
    return undefined;
  }
  const { store, masters } = opened;
  const spool = openSpool(resolve(env.RECORDING_SPOOL));
  const assembler = createAssembler({
    ...{ spool, store, masters, metrics, logger },
    database: finishingStore(db),
    stillRecording: (callIds) => callsStillRecording(db, callIds),
    forgotten: () => forgottenRecordings(db, { endedForMs: FORGOTTEN_MS, limit: MOST_FORGOTTEN }),
    async claim(callIds, closed) {
      const limits = { endedForMs: RECORDER_GONE_MS, leaseMs: LEASE_MS, limit: 1 };
      const [one] = await claimUnfinishedRecordings(db, botId, { ...limits, callIds, closed });
      return one;
    },
    assemble: assembleInWorker,
  });
  return {
    services: {
      openKey: (callId) => openKey(db, callId, masters),
      enter(callId) {
        assembler.entered(callId);
        return spool.partsOf(callId);
      },
      leave: assembler.left,
    },
    close: assembler.close,
  };
}

/** The key of the bot before, or a new one. */
async function openKey(
  db: Database,
  callId: CallId,
  masters: OpenRecordings['masters'],
): Promise<DataKey | undefined> {
  const wrapped = wrapDataKey(createDataKey(), callId, masters[0]);
  const kept = await openRecording(db, callId, wrapped);
  return kept && unwrapDataKey(kept, callId, masters);
}

function finishingStore(db: Database): FinishingStore {
  return {
    readNotes: (callId) => readRecordingNotes(db, callId),
    append: (callId, event) => appendCallEvent(db, callId, event),
    finish: (callId, finished) => finishRecording(db, callId, finished),
    lose: (callId, talkMs) => loseRecording(db, callId, talkMs),
    async isDeleted(callId) {
      const recording = await findRecording(db, callId);
      return recording === undefined || recording.status === 'deleted';
    },
  };
}
