import { randomUUID } from 'node:crypto';
import type { CallEventType } from '../call-event.ts';

const agentId = '0b0b5c1e-58a5-4dfb-9f5e-1f1d2c6d0a01';

/** One valid payload of each type. */
export const eventSamples: Readonly<Record<CallEventType, object>> = {
  'call.queued': { customerName: 'Maria Santos', transcribed: true },
  'call.offered': { agentId },
  'call.offer-declined': { agentId },
  'call.offer-expired': { agentId },
  'call.accepted': { agentId, agentName: 'Alex' },
  'call.requeued': { reason: 'agent-left' },
  'call.abandoned': { reason: 'customer-left', waitedMs: 0 },
  'call.held': {},
  'call.resumed': {},
  'call.ended': { reason: 'agent-hung-up' },
  'call.rated': { score: 5, comment: '' },
  'call.wrapped-up': {
    disposition: 'resolved',
    notes: '',
    wrapUpMs: 1,
    draft: { kept: 4, edited: 1, removed: 0 },
  },
  'call.summarised': {
    text: 'A lamp came broken.',
    source: { kind: 'model', name: 'a-model' },
  },
  'participant.joined': { speaker: 'customer' },
  'participant.left': { speaker: 'agent' },
  'segment.final': {
    segmentId: randomUUID(),
    speaker: 'customer',
    startMs: 0,
    endMs: 800,
    text: 'Yes.',
    language: 'en',
    meanLogProbability: null,
  },
  'transcript.gap': { speaker: 'agent', startMs: 0, endMs: 10, reason: 'buffer-full' },
  'transcription.changed': { status: 'off', delayMs: 0 },
  'recording.started': { fromMs: 0 },
  'recording.paused': {},
  'recording.resumed': {},
  'recording.lost': { startMs: 0, endMs: 10, reason: 'disk-refused' },
  'recording.masked': { startMs: 0, endMs: 10 },
  'recording.ready': { durationMs: 60_000, bytes: 200_000 },
  'recording.deleted': { rule: 'retention' },
  'chat.message': { messageId: randomUUID(), from: 'agent', text: '<b>hi</b>' },
  'suggestion.offered': {
    suggestionId: randomUUID(),
    segmentId: randomUUID(),
    suggestion: 'Offer express or a refund.',
    reasoning: 'The order is late.',
    action: 'offer_refund',
    confidence: 0.86,
    source: { kind: 'playbook', name: 'Delivery policy', cardId: 'delivery-delay' },
    important: true,
  },
  'suggestion.accepted': { suggestionId: randomUUID(), how: 'chat' },
  'suggestion.edited': { suggestionId: randomUUID(), text: 'We can send it today.' },
  'suggestion.dismissed': { suggestionId: randomUUID() },
  'suggestion.marked-wrong': { suggestionId: randomUUID() },
  'suggestion.expired': { suggestionId: randomUUID(), reason: 'moved-on' },
  'suggestion.density-changed': { density: 'important' },
  'assist.changed': { model: 'late', reason: 'timeout' },
  'sentiment.scored': {
    segmentId: randomUUID(),
    score: -0.7,
    label: 'negative',
    confidence: 0.8,
    source: 'lexicon',
  },
  'sentiment.alerted': { segmentId: randomUUID(), score: -0.7, advice: 'Slow down.' },
  'customer.linked': { customerId: 'c-1', by: 'match' },
  'order.mentioned': { segmentId: randomUUID(), orderNumber: '4521', customerId: 'c-1' },
};

/** A payload as the log stores it. */
export const storedEvent = (type: unknown, data: unknown) => ({
  eventId: randomUUID(),
  callId: randomUUID(),
  seq: 1,
  at: '2026-11-23T09:00:00.000Z',
  actor: 'system',
  type,
  data,
});
