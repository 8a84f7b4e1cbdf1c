import { aSegmentId } from '@agent/testing/ids';
import { describe, expect, it } from 'vitest';
import { callFigures } from './figures.ts';
import { interimChanges } from './interim-changes.ts';
import { losses } from './losses.ts';
import { envelopeOf, finalEnvelope, hearFinal, hearInterim, testCall } from './test-call.ts';

const segment = (speaker: 'agent' | 'customer', text: string) => ({
  segmentId: aSegmentId(),
  speaker,
  startMs: speaker === 'agent' ? 1000 : 3000,
  endMs: speaker === 'agent' ? 2000 : 5000,
  text,
});

describe('callFigures', () => {
  it('counts word errors of the stored text, by call and over all', () => {
    const call = testCall();
    hearFinal(call, 2500, segment('agent', 'Good morning Jane.'));
    hearFinal(call, 5500, segment('customer', 'I pay $29.'));
    const figures = callFigures([call], false);
    expect(figures.wordErrorRate).toBeCloseTo(1 / 7, 3);
    expect(figures.wordErrorRateByCall).toEqual({ test: figures.wordErrorRate });
    expect(figures.lostSegments).toBe(0);
    expect(figures.finalSegments).toBe(2);
  });

  it('leaves out what faked text cannot tell', () => {
    expect(callFigures([testCall()], true)).toMatchObject({
      wordErrorRate: null,
      interimWordsChanged: null,
      lostSegments: 2,
    });
  });

  it('counts how often transcription was late or off', () => {
    const call = testCall();
    for (const status of ['delayed', 'live', 'off'] as const) {
      const data = { status, delayMs: 0 };
      call.log.push(envelopeOf(call, { type: 'transcription.changed', data }));
    }
    expect(callFigures([call], false).timesDelayed).toBe(2);
  });
});

describe('losses', () => {
  it('finds turns without text, gaps, lost messages and doubles', () => {
    const call = testCall();
    const said = segment('agent', 'Good morning');
    hearFinal(call, 2500, said);
    call.log.push(finalEnvelope(call, said));
    const data = { speaker: 'customer', startMs: 0, endMs: 1, reason: 'buffer-full' } as const;
    call.log.push(envelopeOf(call, { type: 'transcript.gap', data }));
    expect(losses(call)).toEqual({ turns: 1, gaps: 1, messages: 2, duplicates: 1 });
  });
});

describe('interimChanges', () => {
  it('counts each word that was shown and did not stay', () => {
    const call = testCall();
    const said = segment('agent', '');
    hearInterim(call, 1200, { ...said, text: 'could' });
    hearInterim(call, 1500, { ...said, text: 'Good morning' });
    hearInterim(call, 1900, { ...said, text: 'Good morning, James' });
    hearFinal(call, 2500, { ...said, text: 'Good morning Jane.' });
    expect(interimChanges(call.received.agent)).toEqual({ shown: 4, changed: 2 });
  });

  it('counts the words of a withdrawn text', () => {
    const call = testCall();
    const said = segment('agent', 'thank you');
    hearInterim(call, 1200, said);
    const { callId, received } = call;
    const message = { kind: 'interim-withdrawn', callId, segmentId: said.segmentId } as const;
    received.agent.push({ atMs: 0, message });
    expect(interimChanges(received.agent)).toEqual({ shown: 2, changed: 2 });
  });
});
