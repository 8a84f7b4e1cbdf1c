import { describe, expect, it } from 'vitest';
import { envelopeFor } from './appended-event.ts';
import { audienceOf, type CallEvent, type CallEventType } from './call-event.ts';
import { eventSamples, storedEvent } from './test-support/event-samples.ts';

const types = Object.keys(eventSamples) as CallEventType[];

function appended(type: CallEventType, publicSeq: number | null) {
  const event = { ...storedEvent(type, eventSamples[type]), seq: 9 } as CallEvent;
  return { event, publicSeq };
}

describe.each(types)('%s', (type) => {
  it('goes to staff as it is stored, after the event before it', () => {
    for (const publicSeq of [null, 4]) {
      const stored = appended(type, publicSeq);
      expect(envelopeFor('staff', stored)).toEqual({ event: stored.event, prevSeq: 8 });
    }
  });

  it('goes to customers in their own count, or not at all', () => {
    const envelope = envelopeFor('public', appended(type, 4));
    if (audienceOf(type) === 'staff') expect(envelope).toBeUndefined();
    else expect(envelope).toMatchObject({ event: { type, seq: 4 }, prevSeq: 3 });
  });

  it('goes to no customer without a place among the public events', () => {
    expect(envelopeFor('public', appended(type, null))).toBeUndefined();
  });
});
