'use client';
import { type CallView, firstName, type SuggestionDensity } from '@agent/protocol';
import { CallNotices } from '#client/call/call-notices.tsx';
import { useCall } from '#client/call/use-call.ts';
import { useHangUp } from '#client/call/use-hang-up.ts';
import { useChatDraft } from '#client/chat/use-chat-draft.ts';
import type { CallCustomerState } from '#client/customer-record/use-call-customer.ts';
import { useCustomerChoice } from '#client/customer-record/use-customer-choice.ts';
import { useOrderOfAnotherCustomer } from '#client/customer-record/use-order-of-another-customer.ts';
import { useAssist } from '#client/desk/use-assist.ts';
import { useCoaching } from '#client/desk/use-coaching.ts';
import { useHelp } from '#client/desk/use-help.ts';
import { useWrapUp } from '#client/desk/use-wrap-up.ts';
import { setHold, setRecordingPause } from '#client/http/call-api.ts';
import { useAction } from '#client/http/use-action.ts';
import { CallBar } from './call-bar.tsx';
import { isAfterTalk } from './call-moment.ts';
import { CallScreen } from './call-screen.tsx';

/** The desk of an agent who is on a call: brings its sound, its chat and its log to the screen. */
export function CallDesk({
  view,
  customer,
  agentName,
  queueName,
  storedDensity,
}: {
  view: CallView;
  customer: CallCustomerState;
  agentName: string;
  /** What the call is about, where the agent takes calls of several queues. */
  queueName: string | undefined;
  storedDensity: SuggestionDensity;
}) {
  const live = useCall(view.callId, 'agent', view.status === 'active');
  const { state: call, audio, chat, feedStatus: status, retry } = live;
  const moment = { view, call };
  const draft = useChatDraft(view.callId, isAfterTalk(moment));
  const assist = useAssist(live, draft, storedDensity);
  const choice = useCustomerChoice(view.callId);
  const orderOfAnotherCustomer = useOrderOfAnotherCustomer(call.assist, linkedIdOf(customer));
  const wrapUp = useWrapUp(view.callId, view.wrapUp, call);
  const hangUp = useHangUp(live);
  const help = useHelp(live);
  const coaching = useCoaching(view.callId, call);
  const hold = useAction(async (held: boolean) => {
    await setHold(view.callId, held);
    retry();
  });
  const recordingPause = useAction(async (paused: boolean) => {
    await setRecordingPause(view.callId, paused);
    retry();
  });
  return (
    <>
      <CallScreen
        moment={moment}
        assist={assist.shown}
        customer={customer}
        agentName={agentName}
        queueName={queueName}
        coaching={coaching}
        actions={{
          audio: audio.state,
          conversation: { chat, draft, status, retry },
          assist: assist.actions,
          customer: { choice, orderOfAnotherCustomer },
          wrapUp,
        }}
        notices={(why) => (
          <CallNotices
            live={live}
            other={firstName(view.customerName)}
            problem={hangUp.problem ?? hold.problem ?? recordingPause.problem ?? help.problem}
          >
            {why}
          </CallNotices>
        )}
        bar={
          <CallBar
            view={view}
            live={live}
            help={help}
            hangUp={hangUp}
            hold={hold}
            recordingPause={recordingPause}
          />
        }
      />
      <p className="visually-hidden" role="status">
        {assist.used > 0 ? <span key={assist.used}>Put into the chat box.</span> : null}
      </p>
    </>
  );
}

/** Whose record is linked; null: nobody's; undefined while that is not known. */
function linkedIdOf({ data }: CallCustomerState) {
  return data ? (data.record?.customerId ?? null) : undefined;
}
