import 'server-only';
import type { OpenQueue, OpenQueues, StartCallRequest } from '@agent/protocol';
import { openQueues, type QueueRow } from '@agent/store';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { noticeVersionOf } from './notice-version.ts';

type InNeed = Pick<Services, 'db' | 'recordings'>;

/** Where one can call, and by which words each queue asks to record. */
export async function listQueues(services: InNeed): Promise<OpenQueues> {
  const queues = await openQueues(services.db);
  return { queues: queues.map((queue) => asOpen(services, queue)) };
}

/** The queue that a request to be connected is for; of several it must name one. */
export async function queueToCall(
  services: InNeed,
  { queue: wanted }: Pick<StartCallRequest, 'queue'>,
): Promise<OpenQueue> {
  const { queues } = await listQueues(services);
  const [first, ...more] = queues;
  if (!first) throw Problem.unavailable('Nobody can be called here at the moment.');
  if (wanted === undefined && more.length > 0) throw refused('Choose what your call is about.');
  const queue = wanted === undefined ? first : queues.find(({ id }) => id === wanted);
  if (!queue) throw queueNotOpen();
  return queue;
}

/** The customer named a queue that was removed meanwhile, or that never was. */
export function queueNotOpen(): Problem {
  return refused('Nobody can be called there any more. Choose what your call is about.');
}

/**
 * Refuses an answer to a question that is not asked, or not in these words: a recording where none is
 * made, and words of the queue that have changed since they were read.
 */
export function checkConsent(queue: OpenQueue, request: StartCallRequest): void {
  if (request.recording === 'declined') return;
  if (!queue.recorded) {
    throw Problem.invalidInput(unusable, { recording: 'Calls are not recorded here.' });
  }
  if (queue.recordingNotice !== '' && request.noticeVersion !== queue.noticeVersion) {
    const message = 'The words about recording have changed. Read them again.';
    throw Problem.invalidInput(unusable, { noticeVersion: message });
  }
}

const unusable = 'Some of what was sent cannot be used.';

function refused(message: string): Problem {
  return Problem.invalidInput(message, { queue: message });
}

/** Without a store for recordings nobody is asked for one, whatever the queue says. */
function asOpen({ recordings }: InNeed, queue: QueueRow): OpenQueue {
  const { id, name, language } = queue;
  const recorded = queue.recorded && recordings !== undefined;
  const recordingNotice = recorded ? queue.recordingNotice : '';
  const noticeVersion = noticeVersionOf(recordingNotice);
  return { id, name, language, recorded, recordingNotice, noticeVersion };
}
