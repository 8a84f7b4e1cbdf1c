'use client';
import type { CallView, SuggestionDensity } from '@agent/protocol';
import { DeskLayout, Notice } from '@agent/ui';
import { setHold } from '../../client/call-api.ts';
import { CallNotices } from '../../client/call-notices.tsx';
import { endWords } from '../../client/end-words.ts';
import { useAction } from '../../client/use-action.ts';
import { useAssist } from '../../client/use-assist.ts';
import { useCall } from '../../client/use-call.ts';
import type { CallCustomerState } from '../../client/use-call-customer.ts';
import { useChatDraft } from '../../client/use-chat-draft.ts';
import { useDeskColumns } from '../../client/use-desk-columns.ts';
import { useHangUp } from '../../client/use-hang-up.ts';
import { AssistColumn } from './assist-column.tsx';
import { CallBar } from './call-bar.tsx';
import { CallHead } from './call-head.tsx';
import { Conversation } from './conversation.tsx';
import { CustomerColumn } from './customer-column.tsx';
import { deskNotes } from './desk-notes.ts';
import { firstName } from './first-name.ts';
import { MoodAlert } from './mood-alert.tsx';
import { MoodLine } from './mood-line.tsx';
import { WrapUpColumn } from './wrap-up-column.tsx';

/** The desk during a call and its wrap-up. */
export function CallDesk({
  view,
  customer,
  agentName,
  storedDensity,
}: {
  view: CallView;
  customer: CallCustomerState;
  agentName: string;
  storedDensity: SuggestionDensity;
}) {
  const live = useCall(view.callId, 'agent', view.status === 'active');
  const isOver = view.status === 'wrap-up' || live.state.phase === 'ended';
  const whyOver = endWords(live.state.endReason, 'agent', firstName(view.customerName));
  const columns = useDeskColumns(isOver);
  const draft = useChatDraft(view.callId, isOver);
  const assist = useAssist(live, draft, storedDensity);
  const hangUp = useHangUp(live);
  const hold = useAction(async (held: boolean) => {
    await setHold(view.callId, held);
    live.retry();
  });
  const right = isOver ? (
    <WrapUpColumn view={view} live={live} />
  ) : (
    <AssistColumn view={view} live={live} assist={assist} columns={columns} />
  );
  return (
    <>
      <DeskLayout
        className="call-desk"
        top={
          isOver || !columns.hasDrawer ? undefined : (
            <MoodLine view={view} assist={assist} drawerOpen={columns.drawerOpen} />
          )
        }
        left={<CustomerColumn view={view} live={live} customer={customer} />}
        main={
          <>
            <CallHead view={view} live={live} isOver={isOver} />
            <CallNotices
              live={live}
              other={firstName(view.customerName)}
              problem={hangUp.problem ?? hold.problem}
            >
              {isOver && whyOver ? <Notice tone="info" title={whyOver} /> : null}
            </CallNotices>
            {columns.hasTabs && !isOver ? (
              <div className="mood-over">
                <MoodAlert view={view} assist={assist} />
              </div>
            ) : null}
            <Conversation
              view={view}
              live={live}
              draft={draft}
              agentName={agentName}
              isOver={isOver}
            />
          </>
        }
        right={right}
        bottom={
          isOver ? undefined : <CallBar view={view} live={live} hangUp={hangUp} hold={hold} />
        }
        activeColumn={columns.active}
        onActiveColumnChange={columns.setActive}
        drawerOpen={columns.drawerOpen}
        onDrawerOpenChange={columns.setDrawerOpen}
        notes={isOver ? undefined : deskNotes(view, { assist, draft, customer })}
        labels={{ right: isOver ? 'Wrap-up' : 'Assistant' }}
      />
      <p className="visually-hidden" role="status">
        {assist.used > 0 ? <span key={assist.used}>Put into the chat box.</span> : null}
      </p>
    </>
  );
}
