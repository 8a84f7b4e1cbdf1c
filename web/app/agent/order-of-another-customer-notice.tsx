'use client';
import type { CustomerId } from '@agent/protocol';
import { Button, Notice } from '@agent/ui';
import type { ShownOrderOfAnotherCustomer } from '#client/customer-record/use-order-of-another-customer.ts';
import type { Action } from '#client/http/use-action.ts';

/** An order was named that is not the linked customer's: whose it is, and the way to link them. */
export function OrderOfAnotherCustomerNotice({
  shown: { order, dismiss },
  link,
}: {
  shown: ShownOrderOfAnotherCustomer;
  link: Action<[CustomerId]>;
}) {
  if (!order) return null;
  return (
    <Notice
      className="order-of-another"
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
