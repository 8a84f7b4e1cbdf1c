'use client';
import type { AssistState } from '@agent/calls';
import type { CustomerId } from '@agent/protocol';
import { Button, Notice } from '@agent/ui';
import type { Action } from '../../client/use-action.ts';
import type { CallCustomerState } from '../../client/use-call-customer.ts';
import { useForeignOrder } from '../../client/use-foreign-order.ts';

/** An order was named that is not the linked customer's: whose it is, and the way to link them. */
export function ForeignOrderNotice({
  assist,
  customer,
  link,
}: {
  assist: AssistState;
  customer: CallCustomerState;
  link: Action<[CustomerId]>;
}) {
  const linkedId = customer.data ? (customer.data.record?.customerId ?? null) : undefined;
  const { order, dismiss } = useForeignOrder(assist, linkedId);
  if (!order) return null;
  return (
    <Notice
      className="foreign-order"
      title={`Order ${order.orderNumber} belongs to ${order.ownerName}`}
      action={
        <Button size="sm" pending={link.pending} onClick={() => void link.run(order.customerId)}>
          Link {order.ownerName}
        </Button>
      }
      onDismiss={dismiss}
    />
  );
}
