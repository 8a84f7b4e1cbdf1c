import { MessageSquare } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Badge } from '../badge/badge.tsx';
import { formatMoney } from '../format/money.ts';
import { LocalTime } from '../react/local-time.tsx';
import { part } from '../react/part.ts';
import { RelativeTime } from '../relative-time/relative-time.tsx';
import { CollapsibleList } from './collapsible-list.tsx';
import { OrderStatusBadge } from './customer-state-badges.tsx';
import type { CustomerOrder } from './customer-types.ts';
import { orderLatenessMs } from './order-lateness.ts';
import type { RecordContext } from './record-context.ts';
import { scrollIntoNearest } from './scroll-into-nearest.ts';

const SHOWN_AT_FIRST = 3;

/** What the customer bought, newest first. Internal to the customer card. */
export function CustomerOrders({
  orders,
  highlighted,
  ...context
}: RecordContext & { orders: readonly CustomerOrder[]; highlighted: readonly string[] }) {
  const { text } = context;
  return (
    <CollapsibleList
      slot="customer-orders"
      title={text.orders}
      empty={text.noOrders}
      items={orders}
      shownAtFirst={SHOWN_AT_FIRST}
      isAlwaysShown={({ orderNumber }) => highlighted.includes(orderNumber)}
      showAll={text.showAll}
      showFewer={text.showFewer}
    >
      {(order) => (
        <Order
          key={order.orderNumber}
          order={order}
          isMentioned={highlighted.includes(order.orderNumber)}
          {...context}
        />
      )}
    </CollapsibleList>
  );
}

function Order({
  order,
  isMentioned,
  text,
  locale,
  nowMs,
  changed,
  classNames,
}: RecordContext & { order: CustomerOrder; isMentioned: boolean }) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isMentioned && row.current) scrollIntoNearest(row.current);
  }, [isMentioned]);
  return (
    <li
      ref={row}
      {...part('customer-order', classNames)}
      data-state={isMentioned ? 'mentioned' : 'idle'}
      data-fresh={changed.has(`order ${order.orderNumber}`) || undefined}
    >
      <div data-slot="customer-row">
        <strong>{order.orderNumber}</strong>
        {isMentioned ? (
          <Badge tone="accent" icon={<MessageSquare />}>
            {text.mentioned}
          </Badge>
        ) : null}
        <span data-slot="customer-order-total">{formatMoney(order.total, locale)}</span>
      </div>
      <p data-slot="customer-order-summary" title={order.summary}>
        <bdi>{order.summary}</bdi>
      </p>
      <div data-slot="customer-row">
        <OrderStatusBadge status={order.status} word={text.words.order[order.status]} />
        <OrderTime order={order} text={text} locale={locale} nowMs={nowMs} />
      </div>
    </li>
  );
}

/** When it comes, by how much it is late, or when it was bought. */
function OrderTime({
  order,
  text,
  locale,
  nowMs,
}: Pick<RecordContext, 'text' | 'locale' | 'nowMs'> & { order: CustomerOrder }) {
  const latenessMs = orderLatenessMs(order, nowMs);
  const isToCome = order.expectedAt !== null && Date.parse(order.expectedAt) > nowMs;
  return (
    <span
      data-slot="customer-order-time"
      dir="auto"
      data-state={latenessMs === null ? 'on-time' : 'late'}
    >
      {latenessMs !== null && order.expectedAt !== null ? (
        <strong dir="auto">
          <LocalTime
            dateTime={order.expectedAt}
            exactMs={Date.parse(order.expectedAt)}
            exactAs={{ dateStyle: 'full' }}
            locale={locale}
          >
            {text.late(latenessMs, locale)}
          </LocalTime>
        </strong>
      ) : null}
      {latenessMs === null && isToCome && order.expectedAt !== null ? (
        <>
          {text.due} <RelativeTime at={order.expectedAt} locale={locale} nowMs={nowMs} />
        </>
      ) : null}
      {latenessMs === null && !isToCome ? (
        <>
          <span data-slot="visually-hidden">{text.placed} </span>
          <RelativeTime at={order.placedAt} locale={locale} nowMs={nowMs} />
        </>
      ) : null}
    </span>
  );
}
