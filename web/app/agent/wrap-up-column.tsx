'use client';
import type { CallView } from '@agent/protocol';
import { WrapUpForm } from '@agent/ui';
import { useEffect, useRef } from 'react';
import type { LiveCall } from '../../client/use-call.ts';
import { useWrapUp } from '../../client/use-wrap-up.ts';

/** How the call turned out. What was typed survives a reload. */
export function WrapUpColumn({ view, live }: { view: CallView; live: LiveCall }) {
  const wrapUp = useWrapUp(view.callId, view.wrapUp);
  const form = useRef<HTMLFormElement>(null);
  const endedAtMs = view.endedAt ? Date.parse(view.endedAt) : live.state.endedAtMs;
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <WrapUpForm
      ref={form}
      value={wrapUp.value}
      onValueChange={wrapUp.change}
      onFinish={(value) => void wrapUp.finish.run(value)}
      sinceMs={endedAtMs ?? undefined}
      saveState={wrapUp.saveState}
      pending={wrapUp.finish.pending}
      error={wrapUp.finish.problem}
    />
  );
}
