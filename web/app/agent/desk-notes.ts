import { firstName } from '@agent/protocol';
import type { DeskLayoutProps, DeskNote } from '@agent/ui';
import type { ShownAssist } from '@agent/ui/live';
import type { ChatDraft } from '#client/chat/use-chat-draft.ts';
import type { CallCustomerState } from '#client/customer-record/use-call-customer.ts';
import type { Coaching } from '#client/desk/use-coaching.ts';

/** What waits in columns that narrow screens do not show. */
export function deskNotes(
  customerName: string,
  {
    assist,
    draft,
    coaching,
    customer,
  }: {
    assist: ShownAssist;
    draft: ChatDraft | undefined;
    coaching: Coaching | undefined;
    customer: CallCustomerState;
  },
): DeskLayoutProps['notes'] {
  const count = assist.suggestions.filter(({ state }) => state === 'offered').length;
  const isUpset = assist.alert !== null;
  const words = [
    ...(isUpset ? [`${firstName(customerName)} sounds upset`] : []),
    ...(count > 0 ? [count === 1 ? '1 suggestion' : `${count} suggestions`] : []),
  ];
  const right = {
    text: words.join(', '),
    count: count || undefined,
    tone: isUpset ? ('warning' as const) : undefined,
  };
  const candidates = customer.data?.candidates.length ?? 0;
  return {
    left: candidates > 0 ? { text: 'record to be chosen', count: candidates } : undefined,
    main: mainNote(draft, coaching),
    right: words.length > 0 ? right : undefined,
  };
}

/** Words of a supervisor matter more than a text that the agent left there. */
function mainNote(
  draft: ChatDraft | undefined,
  coaching: Coaching | undefined,
): DeskNote | undefined {
  const count = coaching?.messages.length ?? 0;
  const text = count === 1 ? '1 message from a supervisor' : `${count} messages from supervisors`;
  if (count > 0) return { text, count };
  return draft?.text ? { text: 'text in the chat box' } : undefined;
}
