import type { OpenQueue } from '@agent/protocol';
import { aQueueId } from '@agent/testing/ids';

/** A queue that can be called, named after its id; what a test cares about is given. */
export function fakeQueue(id = 'main', part: Partial<OpenQueue> = {}): OpenQueue {
  return {
    id: aQueueId(id),
    name: id.charAt(0).toUpperCase() + id.slice(1),
    language: 'en',
    recorded: true,
    recordingNotice: '',
    noticeVersion: '2',
    ...part,
  };
}
