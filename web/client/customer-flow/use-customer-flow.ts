'use client';
import { type CallView, type EndReason, NOTICE_VERSION } from '@agent/protocol';
import type { Consent } from '@agent/ui';
import { useCallback, useEffect, useState } from 'react';
import { currentCall, leaveQueue, startCall } from '../http/call-api.ts';
import { messageOf, RequestError } from '../http/request-error.ts';
import { type ConsentAnswers, recordingAnswer } from './consent-answers.ts';
import type { CustomerDetails, DetailsProblems } from './contact-check.ts';
import { type CustomerStep, firstStep, stepOfCall } from './customer-step.ts';

/** Everything the customer page shows and does. */
export interface CustomerFlow extends ConsentAnswers {
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

interface State extends ConsentAnswers {
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
  consent: null,
  recording: null,
  fieldProblems: {},
  problem: null,
  pending: false,
};

/** The customer's way from the first field to the last thank-you. */
export function useCustomerFlow(): CustomerFlow {
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
      const call = await currentCall();
      patch({ call, step: firstStep(call), problem: null });
    } catch (error) {
      patch({ step: 'away', problem: messageOf(error) });
    }
  }, [patch]);
  useEffect(() => void resume(), [resume]);

  const joinLine = async () => {
    patch({ pending: true, problem: null });
    try {
      const call = await startCall({
        ...state.details,
        consent: state.consent ?? 'declined',
        recording: recordingAnswer(state) ?? 'declined',
        noticeVersion: NOTICE_VERSION,
      });
      patch({ call, step: stepOfCall(call), pending: false });
    } catch (error) {
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
    goTo: (step) => patch({ step, isFirstLoad: false, problem: null, fieldProblems: {} }),
    setDetails: (details) => patch({ details }),
    setConsent: (consent) => patch({ consent }),
    setRecording: (recording) => patch({ recording }),
    joinLine,
    leaveLine,
    follow,
    resume,
    startOver: () => setState({ ...start, step: 'details', isFirstLoad: false }),
  };
}

/** A late answer must not bring back a call that the customer has left. */
function followed(state: State, call: CallView): State {
  if (state.step === 'left' || state.step === 'thanks') return state;
  return { ...state, call, step: stepOfCall(call), isFirstLoad: false };
}

function afterFailedStart(error: unknown): Partial<State> {
  const fields = error instanceof RequestError ? error.fields : {};
  const { name, contact } = fields;
  if (!name && !contact) return { problem: messageOf(error) };
  const fieldProblems = { ...(name ? { name } : {}), ...(contact ? { contact } : {}) };
  return { step: 'details', fieldProblems };
}
