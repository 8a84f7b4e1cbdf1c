import type { CallView } from '@agent/protocol';
import type { DeskLayoutProps } from '@agent/ui';
import type { Assist } from '../../client/use-assist.ts';
import type { CallCustomerState } from '../../client/use-call-customer.ts';
import type { ChatDraft } from '../../client/use-chat-draft.ts';
import { firstName } from './first-name.ts';

/** What waits in columns that narrow screens do not show. */
export function deskNotes(
  view: CallView,
  { assist, draft, customer }: { assist: Assist; draft: ChatDraft; customer: CallCustomerState },
): DeskLayoutProps['notes'] {
  const count = assist.items.filter(({ state }) => state === 'offered').length;
  const isUpset = assist.alert.alert !== null;
  const words = [
    ...(isUpset ? [`${firstName(view.customerName)} sounds upset`] : []),
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
    main: draft.text === '' ? undefined : { text: 'text in the chat box' },
    right: words.length > 0 ? right : undefined,
  };
}
