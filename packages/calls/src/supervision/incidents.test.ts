import { incidentSchema } from '@agent/protocol';
import { describe, expect, it } from 'vitest';
import { type CallState, createCallState } from '../call-state.ts';
import { receiveEnvelopes } from '../receive.ts';
import {
  type CallLog,
  callId,
  createAnsweredLog,
  createLog,
  queuedAtMs,
  uuid,
} from '../test-support/call-log.ts';
import { type IncidentContext, selectIncidents } from './incidents.ts';

/** The calls of these tests are answered 10 s after they were queued. */
const answeredAtMs = queuedAtMs + 10_000;
const quiet = { fall: null, heardUntilMs: null, longAfterMs: null };

function stateOf(log: CallLog): CallState {
  return receiveEnvelopes(createCallState(callId), log.envelopes());
}

/** What stands out so many milliseconds after the answer. */
function incidentsAt(log: CallLog, atMs: number, context: Partial<IncidentContext> = {}) {
  const nowMs = answeredAtMs + atMs;
  const found = selectIncidents(stateOf(log), { ...quiet, ...context, nowMs });
  for (const { incident } of found) expect(incidentSchema.safeParse(incident).success).toBe(true);
  return found.map(({ incident, sinceMs, ...rest }) => ({
    ...{ incident, startMs: sinceMs - answeredAtMs },
    ...rest,
  }));
}

const kindsAt = (...asked: Parameters<typeof incidentsAt>) =>
  incidentsAt(...asked).map(({ kind }) => kind);

describe('selectIncidents', () => {
  it('finds nothing in a quiet call, nor before the answer, nor after the end', () => {
    const log = createAnsweredLog();
    expect(incidentsAt(log, 300_000)).toEqual([]);
    const waiting = createLog();
    waiting.append('call.queued', { customerName: 'Ada', transcribed: true }, 0);
    expect(kindsAt(waiting, 900_000, { heardUntilMs: 0, longAfterMs: 1 })).toEqual([]);
    log.append('call.held', {}, 11_000);
    log.append('call.ended', { reason: 'agent-hung-up' }, 20_000);
    expect(kindsAt(log, 900_000, { longAfterMs: 1 })).toEqual([]);
  });

  it('names a request for help by its id while it is open', () => {
    const log = createAnsweredLog();
    log.append('help.requested', { helpId: uuid(50), reason: 'A refund' }, 12_000);
    expect(incidentsAt(log, 3_000)).toEqual([
      {
        incident: `help:${uuid(50)}`,
        kind: 'help',
        startMs: 2_000,
        reason: 'A refund',
        figureMs: null,
      },
    ]);
    log.append('help.ended', { helpId: uuid(50), how: 'done' }, 14_000);
    expect(incidentsAt(log, 5_000)).toEqual([]);
  });

  it('finds a hold long after two minutes, each hold for itself', () => {
    const log = createAnsweredLog();
    const { seq } = log.append('call.held', {}, 20_000);
    expect(kindsAt(log, 10_000 + 119_999)).toEqual([]);
    expect(incidentsAt(log, 10_000 + 120_000)).toMatchObject([
      { incident: `hold:${seq}`, startMs: 10_000 },
    ]);
    log.append('call.resumed', {}, 150_000);
    expect(kindsAt(log, 145_000)).toEqual([]);
    const again = log.append('call.held', {}, 160_000);
    expect(incidentsAt(log, 300_000)).toMatchObject([{ incident: `hold:${again.seq}` }]);
  });

  it('says that there is no text while speech-to-text is off, as one incident', () => {
    const log = createAnsweredLog();
    const { seq } = log.append('transcription.changed', { status: 'off', delayMs: 0 }, 30_000);
    log.append('transcription.changed', { status: 'off', delayMs: 900 }, 40_000);
    const found = incidentsAt(log, 40_000, { heardUntilMs: 100 });
    expect(found).toMatchObject([{ incident: `no-text:${seq}`, kind: 'no-text', startMs: 20_000 }]);
    log.append('transcription.changed', { status: 'live', delayMs: 0 }, 50_000);
    expect(kindsAt(log, 45_000)).toEqual([]);
  });

  it('says that there is no text ten seconds after the last bot has heard the call', () => {
    const log = createAnsweredLog();
    expect(kindsAt(log, 9_999, { heardUntilMs: 0 })).toEqual([]);
    expect(incidentsAt(log, 10_000, { heardUntilMs: 0 })).toMatchObject([
      { incident: 'no-text:0-0', startMs: 0 },
    ]);
    expect(incidentsAt(log, 95_000, { heardUntilMs: 83_200 })).toMatchObject([
      { incident: 'no-text:0-83200', startMs: 83_200 },
    ]);
  });

  it('says nothing of text in a call that must not be transcribed', () => {
    const log = createLog();
    log.append('call.queued', { customerName: 'Ada', transcribed: false }, 0);
    log.append('call.accepted', { agentName: 'Alex' }, 10_000);
    expect(kindsAt(log, 60_000, { heardUntilMs: 0 })).toEqual([]);
  });

  it('finds text late when it is so by three seconds, or has been for three', () => {
    const log = createAnsweredLog();
    const { seq } = log.append(
      'transcription.changed',
      { status: 'delayed', delayMs: 2_600 },
      30_000,
    );
    expect(kindsAt(log, 22_000)).toEqual([]);
    expect(incidentsAt(log, 23_000)).toMatchObject([
      { incident: `late:${seq}`, kind: 'late', startMs: 20_000, figureMs: 2_600 },
    ]);
    const later = createAnsweredLog();
    later.append('transcription.changed', { status: 'delayed', delayMs: 6_000 }, 30_000);
    expect(incidentsAt(later, 20_000)).toMatchObject([{ kind: 'late', figureMs: 6_000 }]);
  });

  it('finds a call long that lasts longer than nine of ten', () => {
    const log = createAnsweredLog();
    expect(kindsAt(log, 600_000, { longAfterMs: 600_000 })).toEqual([]);
    expect(incidentsAt(log, 600_001, { longAfterMs: 600_000 })).toEqual([
      { incident: 'long', kind: 'long', startMs: 600_000, reason: '', figureMs: 600_000 },
    ]);
  });

  it('puts the most urgent first', () => {
    const log = createAnsweredLog();
    log.append('call.held', {}, 11_000);
    log.append('transcription.changed', { status: 'off', delayMs: 0 }, 12_000);
    log.append('help.requested', { helpId: uuid(50), reason: '' }, 13_000);
    const context = { longAfterMs: 60_000, fall: { seq: 9, startMs: 5_000 } };
    expect(kindsAt(log, 900_000, context)).toEqual(['help', 'upset', 'no-text', 'hold', 'long']);
  });

  it('keeps what the customer feels, and nothing of the talk, while the call waits for another agent', () => {
    const log = createAnsweredLog();
    log.append('call.held', {}, 11_000);
    log.append('call.requeued', { reason: 'agent-left' }, 20_000);
    const context = { longAfterMs: 60_000, heardUntilMs: 0, fall: { seq: 9, startMs: 5_000 } };
    expect(kindsAt(log, 900_000, context)).toEqual(['upset']);
  });
});
