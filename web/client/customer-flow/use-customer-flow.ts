'use client';
import { type CallView, type EndReason, NOTICE_VERSION, type OpenQueue } from '@agent/protocol';
import type { Consent } from '@agent/ui';
import { useCallback, useEffect, useState } from 'react';
import { currentCall, leaveQueue, openQueues, startCall } from '../http/call-api.ts';
import { messageOf, RequestError } from '../http/request-error.ts';
import { type ConsentAnswers, recordingAnswer } from './consent-answers.ts';
import type { CustomerDetails, DetailsProblems } from './contact-check.ts';
import { type CustomerStep, firstStep, stepOfCall } from './customer-step.ts';
import { type QueueChoice, queueChoice } from './queue-choice.ts';

/** Everything the customer page shows and does. */
export interface CustomerFlow extends ConsentAnswers, QueueChoice {
  step: CustomerStep;
  /** True until the customer has done anything: the focus is the browser's. */
  isFirstLoad: boolean;
  call: CallView | null;
  /** Why the call ended, when this page saw it end. */
  endReason: EndReason | null;
  details: CustomerDetails;
  fieldProblems: DetailsProblems;
  /** What went wrong with the last request. */
  problem: string | null;
  pending: boolean;
  goTo(step: CustomerStep): void;
  chooseQueue(queue: OpenQueue): void;
  setDetails(details: CustomerDetails): void;
  setConsent(consent: Consent): void;
  setRecording(recording: Consent): void;
  joinLine(): Promise<void>;
  leaveLine(): Promise<void>;
  /** Takes over what the server says of the call. */
  follow(call: CallView, endReason?: EndReason | null): void;
  /** Asks the server which call this browser has. */
  resume(): Promise<void>;
  startOver(): void;
}

interface State extends Omit<ConsentAnswers, 'isRecordingAsked'>, QueueChoice {
  step: CustomerStep;
  isFirstLoad: boolean;
  call: CallView | null;
  /** Why the call ended, when this page saw it end. */
  endReason: EndReason | null;
  details: CustomerDetails;
  fieldProblems: DetailsProblems;
  problem: string | null;
  pending: boolean;
}

const start: State = {
  step: 'loading',
  isFirstLoad: true,
  call: null,
  endReason: null,
  details: { name: '', contact: '' },
  queues: [],
  queue: null,
  isQueueGone: false,
  consent: null,
  recording: null,
  fieldProblems: {},
  problem: null,
  pending: false,
};

/** The customer's way from the first field to the last thank-you; `wanted` is the queue it came for. */
export function useCustomerFlow(wanted: string | undefined): CustomerFlow {
  const [state, setState] = useState(start);
  const patch = useCallback(
    (part: Partial<State>) => setState((current) => ({ ...current, ...part })),
    [],
  );
  const follow = useCallback(
    (call: CallView, endReason: EndReason | null = null) =>
      setState((current) => followed({ ...current, endReason }, call)),
    [],
  );
  const resume = useCallback(async () => {
    try {
      const [call, queues] = await Promise.all([currentCall(), openQueues()]);
      setState((current) =>
        resumed(current, call, queueChoice(queues, current.queue?.id ?? wanted)),
      );
    } catch (error) {
      patch({ step: 'away', problem: messageOf(error) });
    }
  }, [patch, wanted]);
  useEffect(() => void resume(), [resume]);

  const isRecordingAsked = state.queue?.recorded ?? false;
  const joinLine = async () => {
    patch({ pending: true, problem: null });
    try {
      const call = await startCall({
        ...state.details,
        queue: state.queue?.id,
        consent: state.consent ?? 'declined',
        recording: recordingAnswer({ ...state, isRecordingAsked }) ?? 'declined',
        noticeVersion: state.queue?.noticeVersion ?? NOTICE_VERSION,
      });
      patch({ call, step: stepOfCall(call), pending: false });
    } catch (error) {
      if (isOutdated(error)) await resume();
      patch({ pending: false, ...afterFailedStart(error) });
      if (error instanceof RequestError && error.code === 'conflict') await resume();
    }
  };
  const leaveLine = async () => {
    if (!state.call) return;
    patch({ pending: true });
    try {
      await leaveQueue(state.call.callId);
      patch({ step: 'left', pending: false, problem: null });
    } catch (error) {
      patch({ pending: false, problem: messageOf(error) });
    }
  };
  return {
    ...state,
    isRecordingAsked,
    chooseQueue: (queue) => {
      // After a reload the customer need not choose again.
      window.history.replaceState(null, '', `?queue=${queue.id}`);
      patch({ queue, isQueueGone: false, step: 'details', isFirstLoad: false, problem: null });
    },
    goTo: (step) => patch({ step, isFirstLoad: false, problem: null, fieldProblems: {} }),
    setDetails: (details) => patch({ details }),
    setConsent: (consent) => patch({ consent }),
    setRecording: (recording) => patch({ recording }),
    joinLine,
    leaveLine,
    follow,
    resume,
    startOver: () =>
      setState(({ queues, queue }) => ({
        ...{ ...start, queues, queue, isFirstLoad: false },
        step: queue ? 'details' : 'queue',
      })),
  };
}

/** A late answer must not bring back a call that the customer has left. */
function followed(state: State, call: CallView): State {
  if (state.step === 'left' || state.step === 'thanks') return state;
  return { ...state, call, step: stepOfCall(call), isFirstLoad: false };
}

/** Where the server puts a customer; whoever has no call yet has to know first whom to call. */
function resumed(state: State, call: CallView | null, choice: QueueChoice): State {
  const step = firstStep(call);
  const needsQueue = step === 'details' && choice.queue === null;
  return { ...state, ...choice, call, step: needsQueue ? 'queue' : step, problem: null };
}

/** Whether a start was refused as a queue is not any more what this page knows of it. */
function isOutdated(error: unknown): boolean {
  if (!(error instanceof RequestError)) return false;
  const { queue, recording, noticeVersion } = error.fields;
  return (queue ?? recording ?? noticeVersion) !== undefined;
}

/** Back to where there is something to mend. */
function afterFailedStart(error: unknown): Partial<State> {
  const fields = error instanceof RequestError ? error.fields : {};
  const { name, contact, queue, recording, noticeVersion } = fields;
  if (queue) return { step: 'queue', queue: null, problem: queue };
  const ofConsent = noticeVersion ?? recording;
  if (ofConsent) return { step: 'notice', recording: null, problem: ofConsent };
  if (!name && !contact) return { problem: messageOf(error) };
  const fieldProblems = { ...(name ? { name } : {}), ...(contact ? { contact } : {}) };
  return { step: 'details', fieldProblems };
}
