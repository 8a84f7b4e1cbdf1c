import { formatMoney } from '../format/money.ts';
import { Facts } from './customer-facts.tsx';
import { CustomerCalls, CustomerTickets } from './customer-history.tsx';
import type { CustomerInfoCardLabels } from './customer-info-card-labels.ts';
import { CustomerOrders } from './customer-orders.tsx';
import type { CustomerRecord } from './customer-types.ts';
import type { CustomerFact, RecordContext } from './record-context.ts';

/** A customer's contact, worth, orders, tickets and calls. Internal to the customer card. */
export function CustomerRecordView({
  record,
  facts,
  highlighted,
  ...context
}: RecordContext & {
  record: CustomerRecord;
  /** Further lines after the record's own. */
  facts: readonly CustomerFact[];
  highlighted: readonly string[];
}) {
  const { text, locale, changed, classNames } = context;
  const own = recordFacts(record, text, locale);
  const changedLabels = new Set(
    own.filter(({ part }) => changed.has(part)).map(({ label }) => label),
  );
  return (
    <>
      <Facts facts={[...own, ...facts]} changedLabels={changedLabels} classNames={classNames} />
      <CustomerOrders orders={record.orders} highlighted={highlighted} {...context} />
      <CustomerTickets tickets={record.tickets} {...context} />
      <CustomerCalls calls={record.calls} {...context} />
    </>
  );
}

function recordFacts(
  record: CustomerRecord,
  text: CustomerInfoCardLabels,
  locale: string,
): (CustomerFact & { part: keyof CustomerRecord })[] {
  // A day, not a moment: the same wherever the page is made and seen.
  const since = new Date(record.customerSince);
  return [
    ...(record.email === null
      ? []
      : [{ part: 'email' as const, label: text.email, value: <bdi>{record.email}</bdi> }]),
    ...(record.phone === null
      ? []
      : [{ part: 'phone' as const, label: text.phone, value: <bdi>{record.phone}</bdi> }]),
    {
      part: 'lifetimeValue',
      label: text.lifetimeValue,
      value: formatMoney(record.lifetimeValue, locale),
    },
    {
      part: 'customerSince',
      label: text.customerSince,
      value: (
        <time
          dateTime={record.customerSince}
          title={since.toLocaleDateString(locale, { dateStyle: 'full', timeZone: 'UTC' })}
        >
          {since.toLocaleDateString(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })}
        </time>
      ),
    },
  ];
}
