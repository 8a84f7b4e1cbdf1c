'use client';
import { firstName } from '@agent/protocol';
import { DeskLayout, EmptyState, Notice } from '@agent/ui';
import type { AudioCallState, ShownAssist } from '@agent/ui/live';
import { PhoneMissed } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { endWords } from '#client/call/end-words.ts';
import type { CallCustomerState } from '#client/customer-record/use-call-customer.ts';
import type { AssistActions } from '#client/desk/use-assist.ts';
import type { Coaching } from '#client/desk/use-coaching.ts';
import { type DeskColumns, useDeskColumns } from '#client/desk/use-desk-columns.ts';
import type { WrapUp } from '#client/desk/use-wrap-up.ts';
import { AssistColumn } from './assist-column.tsx';
import { CallHead } from './call-head.tsx';
import { type CallMoment, isAfterTalk } from './call-moment.ts';
import { Conversation, type ConversationActions } from './conversation.tsx';
import { type CustomerActions, CustomerColumn } from './customer-column.tsx';
import { deskNotes } from './desk-notes.ts';
import { UpsetAlert } from './upset-alert.tsx';
import { UpsetLine } from './upset-line.tsx';
import { WrapUpColumn } from './wrap-up-column.tsx';

/** What only somebody on the call has: its sound, and what can be done. */
export interface CallScreenActions {
  audio: AudioCallState;
  conversation: ConversationActions;
  assist: AssistActions;
  customer: CustomerActions;
  wrapUp: WrapUp;
}

/** What a screen of a call shows. The same moment gives the same screen. */
export interface CallScreenProps {
  moment: CallMoment;
  assist: ShownAssist;
  customer: CallCustomerState;
  agentName: string;
  /** What the call is about, where that is not always the same. */
  queueName?: string | undefined;
  /** Somebody looks on while it goes on: what the agent alone can do is not there. Default false. */
  lookingOn?: boolean | undefined;
  /** Absent: nobody is on the call here, as in a replay. */
  actions?: CallScreenActions | undefined;
  /** What supervisors write to the agent; absent: nobody can put it away here. */
  coaching?: Coaching | undefined;
  /** Above the conversation: what is not as it should be. `why` says why the call is over. */
  notices?: ((why: ReactNode) => ReactNode) | undefined;
  /** Below the columns during the talk. */
  bar?: ReactNode;
  /** Absent: the screen itself keeps which columns are shown where not all have room. */
  columns?: DeskColumns | undefined;
}

/** The desk during a call and its wrap-up. */
export function CallScreen(props: CallScreenProps) {
  const { moment, assist, customer, agentName, lookingOn = false, actions, notices, bar } = props;
  const { customerName } = moment.view;
  const isOver = isAfterTalk(moment);
  const isAbandoned = moment.call.phase === 'abandoned';
  const ownColumns = useDeskColumns(isOver);
  const columns = props.columns ?? ownColumns;
  const [shown, setShown] = useState<{ atMs: number } | null>(null);
  const show = (atMs: number) => {
    setShown({ atMs });
    if (columns.hasTabs) columns.setActive('main');
    if (columns.hasDrawer) columns.setDrawerOpen(false);
  };
  const upset = { customerName, alert: assist.alert, onDismiss: actions?.assist.dismissAlert };
  const whyOver = isOver ? endWords(moment.call.endReason, 'agent', firstName(customerName)) : null;
  const why = whyOver ? <Notice tone="info" title={whyOver} /> : null;
  return (
    <DeskLayout
      className="call-desk"
      top={
        isOver || !columns.hasDrawer ? undefined : (
          <UpsetLine {...upset} drawerOpen={columns.drawerOpen} />
        )
      }
      left={
        <CustomerColumn
          moment={moment}
          customer={customer}
          lookingOn={lookingOn}
          actions={actions?.customer}
        />
      }
      main={
        <>
          <CallHead moment={moment} queueName={props.queueName} audio={actions?.audio} />
          {notices ? notices(why) : why}
          {columns.hasTabs && !isOver ? (
            <div className="upset-over">
              <UpsetAlert {...upset} />
            </div>
          ) : null}
          <Conversation
            moment={moment}
            agentName={agentName}
            shown={isOver ? shown : null}
            coaching={isOver ? undefined : props.coaching}
            actions={actions?.conversation}
          />
        </>
      }
      right={
        isAbandoned ? (
          <EmptyState
            icon={<PhoneMissed />}
            title="Nobody wrapped this call up"
            description="The customer left while the call waited for another agent."
          />
        ) : isOver ? (
          <WrapUpColumn
            moment={moment}
            agentName={agentName}
            status={actions?.conversation.status}
            wrapUp={actions?.wrapUp}
            onShow={show}
          />
        ) : (
          <AssistColumn
            moment={moment}
            assist={assist}
            lookingOn={lookingOn}
            actions={actions?.assist}
            columns={columns}
          />
        )
      }
      bottom={isOver ? undefined : bar}
      activeColumn={columns.active}
      onActiveColumnChange={columns.setActive}
      drawerOpen={columns.drawerOpen}
      onDrawerOpenChange={columns.setDrawerOpen}
      notes={isOver ? undefined : notesOf(props)}
      labels={{ right: isOver ? 'Wrap-up' : 'Assistant' }}
    />
  );
}

function notesOf({ moment, assist, customer, coaching, actions }: CallScreenProps) {
  const draft = actions?.conversation.draft;
  return deskNotes(moment.view.customerName, { assist, draft, coaching, customer });
}
