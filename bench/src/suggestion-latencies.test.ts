import type { CallEvent, SegmentId, SuggestionSource } from '@agent/protocol';
import { aSegmentId, aSuggestionId } from '@agent/testing/ids';
import { describe, expect, it } from 'vitest';
import { callFigures } from './figures.ts';
import { modelFigures } from './model-figures.ts';
import type { ObservedCall } from './observed-call.ts';
import { modelStatesTold, suggestionLatencies } from './suggestion-latencies.ts';
import { envelopeOf, hearFinal, SOUND_START_MS, testCall } from './test-call.ts';

const said = (speaker: 'agent' | 'customer') => ({
  segmentId: aSegmentId(),
  speaker,
  startMs: 3000,
  endMs: 5000,
  text: 'I pay $29.',
});

describe('suggestionLatencies', () => {
  it('counts from the customer’s final text to the first card of each kind that answers it', () => {
    const { call, segmentId } = customerSaid(5000);
    offer(call, 5090, segmentId, 'playbook');
    draft(call, 5900, segmentId);
    draft(call, 5950, segmentId);
    offer(call, 6400, segmentId, 'model');
    offer(call, 6500, segmentId, 'playbook');
    expect(suggestionLatencies(call)).toEqual({
      customerFinals: 1,
      bySegment: [{ playbook: 90, 'model-draft': 900, model: 1400 }],
    });
  });

  it('leaves out cards that answer something else', () => {
    const { call } = customerSaid(5000);
    const agentSegment = said('agent');
    hearFinal(call, 5500, agentSegment);
    offer(call, 5600, agentSegment.segmentId, 'playbook');
    offer(call, 5700, aSegmentId(), 'generic');
    expect(suggestionLatencies(call)).toEqual({ customerFinals: 1, bySegment: [{}] });
  });

  it('says what the agent was told of the model', () => {
    const { call } = customerSaid(5000);
    tellOfModel(call, { model: 'ready', reason: null });
    tellOfModel(call, { model: 'off', reason: 'quota-exhausted' });
    expect(modelStatesTold(call.received.agent)).toEqual(['ready', 'off (quota-exhausted)']);
  });
});

describe('figures of suggestions', () => {
  it('are percentiles over the segments that got a card', () => {
    const { call, segmentId } = customerSaid(5000);
    offer(call, 5100, segmentId, 'playbook');
    hearFinal(call, 7000, said('customer'));
    expect(callFigures([call], false).playbookSuggestionMs).toMatchObject({ p50: 100, n: 1 });
  });

  it('take the model’s first words, or its card where it was not streamed', () => {
    const streamed = customerSaid(5000);
    draft(streamed.call, 5900, streamed.segmentId);
    offer(streamed.call, 6500, streamed.segmentId, 'model');
    const whole = customerSaid(5000);
    offer(whole.call, 6300, whole.segmentId, 'model');
    const figures = modelFigures({
      answering: [streamed.call, whole.call],
      atFault: noFaults,
    });
    expect(figures.modelSuggestionMs).toMatchObject({ p50: 1100, n: 2 });
    expect(figures.modelCompleteMs).toMatchObject({ p50: 1400, n: 2 });
    expect(figures.modelCustomerFinals).toBe(2);
  });

  it('take the first complete card while the model is at fault, whichever it is', () => {
    const hanging = customerSaid(5000);
    draft(hanging.call, 5100, hanging.segmentId);
    offer(hanging.call, 7600, hanging.segmentId, 'generic');
    const failing = customerSaid(5000);
    offer(failing.call, 5080, failing.segmentId, 'playbook');
    offer(failing.call, 5200, failing.segmentId, 'generic');
    tellOfModel(failing.call, { model: 'off', reason: 'unavailable' });
    const figures = modelFigures({
      answering: [],
      atFault: { ...noFaults, fails: [failing.call], 'hangs-without-cards': [hanging.call] },
    });
    expect(figures.fallbackSuggestionMs).toMatchObject({ p50: 1340, n: 2 });
    expect(figures.fallbackByFault).toMatchObject({
      'hangs-without-cards': { customerFinals: 1, fallbackSuggestionMs: { p50: 2600 } },
      fails: { fallbackSuggestionMs: { p50: 80 }, modelStates: ['off (unavailable)'] },
      'rate-limited': { customerFinals: 0, fallbackSuggestionMs: { p50: null, n: 0 } },
    });
  });

  it('are empty when no call with a model was played', () => {
    expect(modelFigures(null)).toMatchObject({
      modelSuggestionMs: { n: 0 },
      fallbackByFault: null,
    });
  });
});

const noFaults = { hangs: [], fails: [], 'rate-limited': [], 'hangs-without-cards': [] };

function customerSaid(atMs: number): { call: ObservedCall; segmentId: SegmentId } {
  const call = testCall();
  const segment = said('customer');
  hearFinal(call, atMs, segment);
  return { call, segmentId: segment.segmentId };
}

function offer(
  call: ObservedCall,
  atMs: number,
  segmentId: SegmentId,
  kind: SuggestionSource['kind'],
): void {
  const data = {
    suggestionId: aSuggestionId(),
    segmentId,
    suggestion: 'Shall I look into it?',
    reasoning: '',
    action: 'ask_question',
    confidence: 0.8,
    source: { kind, name: 'x', cardId: null },
    important: false,
  } as const;
  tellAgent(call, atMs, { type: 'suggestion.offered', data });
}

function draft(call: ObservedCall, atMs: number, segmentId: SegmentId): void {
  const written = {
    suggestionId: aSuggestionId(),
    segmentId,
    source: { kind: 'model' as const, name: 'x', cardId: null },
    revision: 1,
    suggestion: 'Shall I',
    reasoning: '',
  };
  const message = { kind: 'suggestion-draft', callId: call.callId, draft: written } as const;
  call.received.agent.push({ atMs: SOUND_START_MS + atMs, message });
}

function tellOfModel(call: ObservedCall, data: CallEvent<'assist.changed'>['data']): void {
  tellAgent(call, 6000, { type: 'assist.changed', data });
}

function tellAgent(call: ObservedCall, atMs: number, event: Partial<CallEvent>): void {
  const envelope = envelopeOf(call, event);
  const message = { kind: 'event', callId: call.callId, envelope } as const;
  call.received.agent.push({ atMs: SOUND_START_MS + atMs, message });
}
