'use client';
import { mergeDraft } from '@agent/calls';
import { lengthInNotes, MAX_NOTES_LENGTH } from '@agent/protocol';
import { WrapUpForm } from '@agent/ui';
import type { CallFeedStatus } from '@agent/ui/live';
import { WrapUpDraft } from '@agent/ui/wrap-up';
import { useEffect, useMemo, useRef } from 'react';
import { suggestionFrom } from '#client/desk/suggested-outcome.ts';
import { draftOf } from '#client/desk/use-draft-of-call.ts';
import type { WrapUp } from '#client/desk/use-wrap-up.ts';
import { type CallMoment, endOfTalk } from './call-moment.ts';

/** How the call turned out, with what of it is worth noting. What was typed survives a reload. */
export function WrapUpColumn({
  moment,
  agentName,
  status,
  wrapUp,
  onShow,
}: {
  moment: CallMoment;
  agentName: string;
  /** How the reading of the log goes; absent where all of it is there. */
  status?: CallFeedStatus | undefined;
  wrapUp?: WrapUp | undefined;
  /** Shows a moment of the conversation. */
  onShow?: ((atMs: number) => void) | undefined;
}) {
  const form = useRef<HTMLFormElement>(null);
  const isOwn = wrapUp !== undefined;
  useEffect(() => {
    if (isOwn) form.current?.querySelector('input')?.focus();
  }, [isOwn]);
  const { call, nowMs } = moment;
  const { disposition = null, notes = '' } = call.wrapUp ?? {};
  const value = wrapUp?.value ?? { disposition, notes };
  const lines = wrapUp?.draft.lines ?? [];
  const { outcomes = [], outcomeRequired = true } = moment.view.wrapUp ?? {};
  return (
    <WrapUpForm
      ref={form}
      value={value}
      onValueChange={wrapUp?.change}
      outcomes={outcomes}
      outcomeRequired={outcomeRequired}
      onFinish={(finished) => void wrapUp?.finish.run(finished)}
      sinceMs={endOfTalk(moment) ?? undefined}
      nowMs={nowMs}
      saveState={wrapUp?.saveState}
      pending={wrapUp?.finish.pending}
      error={wrapUp?.finish.problem}
      maxNotesLength={MAX_NOTES_LENGTH - lengthInNotes(lines)}
    >
      {call.wrapUp ? null : (
        <Draft
          moment={moment}
          agentName={agentName}
          status={status}
          wrapUp={wrapUp}
          onShow={onShow}
        />
      )}
    </WrapUpForm>
  );
}

/** Once the wrap-up is finished the lines are among the notes. */
function Draft({
  moment: { view, call },
  agentName,
  status,
  wrapUp,
  onShow,
}: Parameters<typeof WrapUpColumn>[0]) {
  const untouched = useMemo(() => {
    const { lines, outcome } = draftOf(call);
    return { lines: mergeDraft(lines, []), outcome };
  }, [call]);
  const { lines, outcome } = wrapUp?.draft ?? untouched;
  const chosen = wrapUp?.value.disposition ?? null;
  const suggestion = outcome && suggestionFrom(view.wrapUp?.outcomes ?? [], outcome);
  return (
    <WrapUpDraft
      lines={lines}
      status={status === 'loading' ? 'loading' : 'ready'}
      suggestion={suggestion && { ...suggestion, chosen: suggestion.disposition === chosen }}
      names={{ customer: view.customerName, agent: agentName }}
      empty={view.transcribed ? undefined : 'Not transcribed: there is nothing to draft from.'}
      onShow={onShow}
      onChoose={wrapUp && (({ disposition }) => wrapUp.change({ ...wrapUp.value, disposition }))}
      onEdit={wrapUp?.draft.edit}
      onRemove={wrapUp?.draft.remove}
      onRestore={wrapUp?.draft.restore}
    />
  );
}
