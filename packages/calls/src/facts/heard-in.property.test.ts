import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEvent } from '../apply-event.ts';
import { createCallState } from '../call-state.ts';
import { anyLog } from '../test-support/any-call-log.ts';
import { callId } from '../test-support/call-log.ts';
import { heardIn } from './heard-in.ts';

test('lines and scores are what they are one by one, and touch nothing else', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const events = log.map(({ event }) => event);
      const twice = [...events, ...events];
      const { segments, sentiment, others } = heardIn(twice);
      const oneByOne = twice.reduce(applyEvent, createCallState(callId));
      expect(segments).toEqual(oneByOne.segments);
      expect(sentiment).toEqual(oneByOne.assist.sentiment);
      const withoutThem = others.reduce(applyEvent, createCallState(callId));
      const { segments: _none, finishedSegmentIds: _ids, interims: _interims, ...rest } = oneByOne;
      expect({ ...withoutThem, assist: { ...withoutThem.assist, sentiment } }).toMatchObject(rest);
    }),
  );
});
