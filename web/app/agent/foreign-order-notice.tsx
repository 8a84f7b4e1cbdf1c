'use client';
import type { CustomerId } from '@agent/protocol';
import { Button, Notice } from '@agent/ui';
import type { ShownForeignOrder } from '#client/customer-record/use-foreign-order.ts';
import type { Action } from '#client/http/use-action.ts';

/** An order was named that is not the linked customer's: whose it is, and the way to link them. */
export function ForeignOrderNotice({
  shown: { order, dismiss },
  link,
}: {
  shown: ShownForeignOrder;
  link: Action<[CustomerId]>;
}) {
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
