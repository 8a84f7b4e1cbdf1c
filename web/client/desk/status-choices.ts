import {
  type AgentStatusRequest,
  type AgentStreamState,
  breakKinds,
  type ShownBreakReason,
} from '@agent/protocol';
import type { AgentStatusChoice } from '@agent/ui';

const breakLabels: Record<(typeof breakKinds)[number], string> = {
  lunch: 'Lunch break',
  'short-break': 'Short break',
  training: 'Training',
  meeting: 'Meeting',
  other: 'Another break',
};

const breakWords: Record<ShownBreakReason['kind'], string> = {
  lunch: 'lunch',
  'short-break': 'short break',
  training: 'training',
  meeting: 'meeting',
  other: 'another reason',
  'no-answer': 'a call was not answered',
};

/** Why somebody is on a break, in words of their own where there are some. */
export function breakReasonWords({ kind, note }: ShownBreakReason): string {
  return note || breakWords[kind];
}

/** Whether an agent has a call or its wrap-up, so that what it chooses comes after that. */
export function isOnCall({ status }: Pick<AgentStreamState, 'status'>): boolean {
  return status === 'on-call' || status === 'wrap-up';
}

/** What the agent may choose now; nothing while a call is on offer, which is to be answered first. */
export function statusChoices(desk: AgentStreamState): AgentStatusChoice[] {
  if (desk.status === 'offered') return [];
  const later = isOnCall(desk);
  const current = later ? (desk.nextStatus ?? 'available') : desk.status;
  const kind = current === 'break' ? desk.breakReason?.kind : undefined;
  const label = (words: string) => (later ? `${words} after this call` : words);
  return [
    choice('available', label('Available')),
    ...breakKinds.map((one): AgentStatusChoice => {
      const words = label(breakLabels[one]);
      return {
        ...{ id: one, status: 'break', chosen: one === kind },
        label: one === 'other' ? `${words} …` : words,
      };
    }),
    choice('offline', label('Offline')),
  ];

  function choice(status: 'available' | 'offline', words: string): AgentStatusChoice {
    return { id: status, status, label: words, chosen: status === current };
  }
}

/** What a choice of the menu asks of the server; null for the one that wants words first. */
export function requestOfChoice(id: string): AgentStatusRequest | null {
  if (id === 'available' || id === 'offline') return { status: id };
  const kind = breakKinds.find((one) => one === id);
  return kind && kind !== 'other' ? { status: 'break', reason: { kind } } : null;
}

/** What stands beside the status: why there is a break, or what comes after the call. */
export function statusDetail(desk: AgentStreamState): string | undefined {
  const why = desk.breakReason ? breakReasonWords(desk.breakReason) : undefined;
  if (!isOnCall(desk)) return why;
  if (desk.nextStatus === 'offline') return 'then offline';
  return desk.nextStatus === 'break' ? `then ${why ?? 'a break'}` : undefined;
}
