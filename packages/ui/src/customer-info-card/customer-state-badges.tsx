import type { AccountStatus, OrderStatus, TicketStatus } from '@agent/protocol';
import {
  Ban,
  CircleCheck,
  CircleDot,
  CirclePause,
  CircleX,
  Hourglass,
  PackageCheck,
  TriangleAlert,
  Truck,
  Undo2,
} from 'lucide-react';
import { Badge, type BadgeTone } from '../badge/badge.tsx';

interface Look {
  tone: BadgeTone;
  Icon: typeof Ban;
}

/** An account's status as icon and word. Internal to the customer components. */
export function AccountStatusBadge({ status, word }: { status: AccountStatus; word: string }) {
  const { tone, Icon } = accountLooks[status];
  return (
    <Badge data-slot="account-status" data-state={status} tone={tone} icon={<Icon />}>
      {word}
    </Badge>
  );
}

/** An order's status as icon and word. Internal to the customer components. */
export function OrderStatusBadge({ status, word }: { status: OrderStatus; word: string }) {
  const { tone, Icon } = orderLooks[status];
  return (
    <Badge data-slot="order-status" data-state={status} tone={tone} icon={<Icon />}>
      {word}
    </Badge>
  );
}

/** A ticket's status as icon and word. Internal to the customer components. */
export function TicketStatusBadge({ status, word }: { status: TicketStatus; word: string }) {
  const { tone, Icon } = ticketLooks[status];
  return (
    <Badge data-slot="ticket-status" data-state={status} tone={tone} icon={<Icon />}>
      {word}
    </Badge>
  );
}

const accountLooks: Record<AccountStatus, Look> = {
  active: { tone: 'success', Icon: CircleCheck },
  'past-due': { tone: 'warning', Icon: TriangleAlert },
  paused: { tone: 'neutral', Icon: CirclePause },
  closed: { tone: 'neutral', Icon: CircleX },
};

const orderLooks: Record<OrderStatus, Look> = {
  processing: { tone: 'neutral', Icon: Hourglass },
  shipped: { tone: 'accent', Icon: Truck },
  delayed: { tone: 'warning', Icon: TriangleAlert },
  delivered: { tone: 'success', Icon: PackageCheck },
  returned: { tone: 'neutral', Icon: Undo2 },
  refunded: { tone: 'neutral', Icon: Undo2 },
  cancelled: { tone: 'neutral', Icon: Ban },
};

const ticketLooks: Record<TicketStatus, Look> = {
  open: { tone: 'accent', Icon: CircleDot },
  pending: { tone: 'neutral', Icon: Hourglass },
  closed: { tone: 'neutral', Icon: CircleCheck },
};
