'use client';
import { type AgentStatusRequest, type AgentStreamState, agentStreamSchema } from '@agent/protocol';
import { type AudioProblem, askForMicrophone } from '@agent/ui/live';
import { useState } from 'react';
import { acceptOffer, declineOffer, setAgentStatus } from '../http/call-api.ts';
import type { StreamConnection } from '../http/event-stream.ts';
import { type Action, useAction } from '../http/use-action.ts';
import { useEventStream } from '../http/use-event-stream.ts';
import { isOnCall } from './status-choices.ts';

/** The desk outside of the call: status, queue, offer, and what an agent does about them. */
export interface AgentDeskState {
  desk: AgentStreamState | null;
  connection: StreamConnection;
  /** What the agent chooses: at once, or during a call for afterwards. */
  status: Action<[AgentStatusRequest]>;
  /** Why the agent could not become available: nobody would hear them. */
  microphoneProblem: AudioProblem | null;
  accept: Action<[string]>;
  decline: Action<[string]>;
  /** Follows the desk in this window again, after newer ones have taken its place. */
  takeBack(): void;
}

/** Follows the desk of the signed-in agent. */
export function useAgentDesk(): AgentDeskState {
  const [attempt, setAttempt] = useState(0);
  const { data, connection } = useEventStream('/api/agent/stream', agentStreamSchema, attempt);
  const [microphoneProblem, setMicrophoneProblem] = useState<AudioProblem | null>(null);
  const isBusy = data !== null && isOnCall(data);
  const status = useAction(async (next: AgentStatusRequest) => {
    setMicrophoneProblem(null);
    if (next.status === 'available' && !isBusy) {
      const answer = await askForMicrophone();
      if (answer !== 'granted') return setMicrophoneProblem(answer);
    }
    await setAgentStatus(next);
  });
  return {
    desk: data,
    connection,
    status,
    microphoneProblem,
    accept: useAction(acceptOffer),
    decline: useAction(declineOffer),
    takeBack: () => setAttempt((before) => before + 1),
  };
}
