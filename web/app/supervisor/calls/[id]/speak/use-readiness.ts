'use client';
import type { CallId } from '@agent/protocol';
import { type AudioProblem, askForMicrophone } from '@agent/ui/live';
import { useCallback, useEffect, useState } from 'react';
import { takeSpeakingIntent } from '#client/listening/speaking-intent.ts';

/** Whether somebody wants to be heard, and can be. */
export interface Readiness {
  /** `asked`: nobody has said yes on this page; `microphone`: it is being asked for; `ready`: go in. */
  step: 'asked' | 'microphone' | 'ready';
  problem: AudioProblem | null;
  /** Says yes. */
  confirm: () => void;
  stepBack: () => void;
}

/**
 * Nobody is announced to a call before saying yes, here or on the page before, and before the browser
 * gives a microphone.
 */
export function useReadiness(callId: CallId, isOwnDocument: boolean): Readiness {
  const [step, setStep] = useState<Readiness['step']>('asked');
  const [problem, setProblem] = useState<AudioProblem | null>(null);
  const confirm = useCallback(async () => {
    setStep('microphone');
    setProblem(null);
    const answer = await askForMicrophone();
    setStep(answer === 'granted' ? 'ready' : 'asked');
    if (answer !== 'granted') setProblem(answer);
  }, []);
  useEffect(() => {
    if (isOwnDocument && takeSpeakingIntent(callId, Date.now())) void confirm();
  }, [callId, isOwnDocument, confirm]);
  const stepBack = useCallback(() => setStep('asked'), []);
  return { step, problem, confirm: () => void confirm(), stepBack };
}
