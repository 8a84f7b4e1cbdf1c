import { setTimeout as delay } from 'node:timers/promises';
import { createWebClient } from '@agent/demo/web-client';
import type { CallId, CallView } from '@agent/protocol';
import { type AgentApi, createAgentApi } from './agent-api.ts';

/** An agent of the bench, signed in with its stream open. */
export interface Desk {
  api: AgentApi;
  /** Goes available and accepts the next offer; other people's calls are declined. */
  takeCall(isOurs: (callId: CallId) => boolean): Promise<CallView>;
  /** Signs off. Closing twice is harmless. */
  close(): Promise<void>;
}

const OFFER_TIMEOUT_MS = 30_000;

/** Signs an agent in and keeps its desk open. */
export async function openDesk(
  webUrl: string,
  user: { username: string; password: string },
): Promise<Desk> {
  const api = createAgentApi(createWebClient({ webUrl }));
  await api.signIn(user.username, user.password);
  await finishEarlierCall(api);
  const stop = new AbortController();
  const offers = new Set<(callId: CallId) => void>();
  const following = follow(api, stop.signal, (callId) => {
    for (const onOffer of offers) onOffer(callId);
  });

  async function nextOffer(isOurs: (callId: CallId) => boolean): Promise<CallId> {
    const { promise, resolve } = Promise.withResolvers<CallId>();
    const onOffer = (callId: CallId) => {
      if (isOurs(callId)) resolve(callId);
      else void api.decline(callId).catch(() => undefined);
    };
    offers.add(onOffer);
    const timeout = delay(OFFER_TIMEOUT_MS, undefined, { ref: false }).then(() => {
      throw new Error(`${user.username} was offered no call within ${OFFER_TIMEOUT_MS / 1000} s.`);
    });
    try {
      return await Promise.race([promise, timeout]);
    } finally {
      offers.delete(onOffer);
    }
  }

  return {
    api,
    takeCall: async (isOurs) => {
      const offer = nextOffer(isOurs);
      await api.setStatus('available');
      return api.accept(await offer);
    },
    close: async () => {
      if (stop.signal.aborted) return;
      await api.setStatus('offline').catch(() => undefined);
      stop.abort();
      await following;
    },
  };
}

/** A run that was killed may have left this agent on a call or in its wrap-up. */
async function finishEarlierCall(api: AgentApi): Promise<void> {
  const first = new AbortController();
  try {
    for await (const { call } of api.states(first.signal)) {
      if (call?.status === 'active') await api.hangUp(call.callId);
      if (call) await api.wrapUp(call.callId);
      // Available only when asked to take a call: each call goes to the desk that is meant for it.
      return await api.setStatus('break');
    }
  } finally {
    first.abort();
  }
}

/** The server ends a stream now and then; it is opened again until `signal` aborts. */
async function follow(
  api: AgentApi,
  signal: AbortSignal,
  onOffer: (callId: CallId) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const { offer } of api.states(signal)) if (offer) onOffer(offer.callId);
      await delay(200, undefined, { signal });
    } catch (cause) {
      if (signal.aborted) return;
      await delay(1000);
      if (!(cause instanceof Error)) throw cause;
    }
  }
}
