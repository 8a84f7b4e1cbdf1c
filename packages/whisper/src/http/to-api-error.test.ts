import { describe, expect, it } from 'vitest';
import { AudioError, type AudioErrorReason } from '../audio/audio-error.ts';
import { EngineError, type EngineErrorReason } from '../engine/engine-error.ts';
import { QueueRefusal, type RefusalReason } from '../queue/queue-refusal.ts';
import { ApiError } from './api-error.ts';
import { toApiError } from './to-api-error.ts';

const ofAudio: Readonly<Record<AudioErrorReason, number>> = {
  'not-wav': 400,
  'other-format': 415,
  'broken-header': 400,
  'unsupported-codec': 415,
  'unsupported-layout': 400,
  truncated: 400,
  'not-a-number': 400,
  'too-short': 400,
  'too-long': 400,
};

type Answer = [status: number, code: string, headers: Record<string, string>];
const later = { 'retry-after': '1', 'retry-after-ms': '1000' };
const never = { 'x-should-retry': 'false' };

const ofEngine: Readonly<Record<EngineErrorReason, Answer>> = {
  cancelled: [499, 'client_closed', {}],
  failed: [500, 'engine_failed', {}],
  crashed: [503, 'engine_unavailable', later],
  closed: [503, 'engine_unavailable', later],
  'not-loadable': [503, 'engine_unavailable', later],
};

const ofQueue: Readonly<Record<RefusalReason, Answer>> = {
  superseded: [409, 'superseded', never],
  overloaded: [429, 'overloaded', { ...never, 'retry-after': '2', 'retry-after-ms': '1201' }],
  full: [503, 'queue_full', { 'retry-after': '2', 'retry-after-ms': '1201' }],
  closed: [503, 'stopping', later],
  cancelled: [499, 'client_closed', {}],
};
const refusals: readonly QueueRefusal[] = [
  QueueRefusal.superseded(),
  QueueRefusal.overloaded(1200.4),
  QueueRefusal.full(1200.4),
  QueueRefusal.closed(),
  QueueRefusal.cancelled(),
];

describe('what stops a request', () => {
  it.each(Object.entries(ofAudio))('as audio that is %s answers %i', (reason, status) => {
    const answer = toApiError(new AudioError(reason as AudioErrorReason, 'Send WAV.'));
    expect(answer).toMatchObject({
      status,
      code: `audio_${reason.replaceAll('-', '_')}`,
      message: 'Send WAV.',
      param: 'file',
    });
  });

  it.each(Object.entries(ofEngine))('as an engine that %s', (reason, [status, code, headers]) => {
    const answer = toApiError(new EngineError(reason as EngineErrorReason, 'Why.'));
    expect(answer).toMatchObject({ status, code, message: 'Why.', param: null });
    expect(answer.headers).toEqual(headers);
  });

  it.each(refusals)('as a job that is $reason', (refusal) => {
    const [status, code, headers] = ofQueue[refusal.reason];
    const answer = toApiError(refusal);
    expect(answer).toMatchObject({ status, code, message: refusal.message, param: null });
    expect(answer.headers).toEqual(headers);
  });

  it('as anything else says nothing of what it was', () => {
    for (const thrown of [new Error('secret'), 'secret', undefined, { message: 'secret' }]) {
      const answer = toApiError(thrown);
      expect(answer).toMatchObject({ status: 500, code: 'internal_error' });
      expect(JSON.stringify(answer.toBody())).not.toContain('secret');
    }
  });

  it('as an answer of ours goes through as it is', () => {
    const answer = ApiError.invalid('model', 'invalid_value', 'No.');
    expect(toApiError(answer)).toBe(answer);
  });
});

it.each([
  [400, 'invalid_request_error'],
  [401, 'authentication_error'],
  [404, 'invalid_request_error'],
  [429, 'rate_limit_error'],
  [499, 'invalid_request_error'],
  [500, 'server_error'],
  [503, 'server_error'],
] as const)('tells SDKs what kind of answer %i is', (status, type) => {
  const { error } = new ApiError({ status: status as 400, code: 'c', message: 'm' }).toBody();
  expect(error).toEqual({ message: 'm', type, param: null, code: 'c' });
});
