'use client';
import { WrapUpForm } from '@agent/ui';
import { useEffect, useRef } from 'react';
import type { WrapUp } from '#client/desk/use-wrap-up.ts';
import { type CallMoment, endOfTalk } from './call-moment.ts';

/** How the call turned out. What was typed survives a reload. */
export function WrapUpColumn({
  moment,
  wrapUp,
}: {
  moment: CallMoment;
  wrapUp?: WrapUp | undefined;
}) {
  const form = useRef<HTMLFormElement>(null);
  const isOwn = wrapUp !== undefined;
  useEffect(() => {
    if (isOwn) form.current?.querySelector('input')?.focus();
  }, [isOwn]);
  const { call, nowMs } = moment;
  const { disposition = null, notes = '' } = call.wrapUp ?? {};
  return (
    <WrapUpForm
      ref={form}
      value={wrapUp?.value ?? { disposition, notes }}
      onValueChange={wrapUp?.change}
      onFinish={(value) => void wrapUp?.finish.run(value)}
      sinceMs={endOfTalk(moment) ?? undefined}
      nowMs={nowMs}
      saveState={wrapUp?.saveState}
      pending={wrapUp?.finish.pending}
      error={wrapUp?.finish.problem}
    />
  );
}
