import { Badge } from '../badge/badge.tsx';
import { part } from '../react/part.ts';
import { RelativeTime } from '../relative-time/relative-time.tsx';
import { CollapsibleList } from './collapsible-list.tsx';
import type { CustomerStateWords } from './customer-info-card-labels.ts';
import { TicketStatusBadge } from './customer-state-badges.tsx';
import type { CustomerTicket, PastCall } from './customer-types.ts';
import type { RecordContext } from './record-context.ts';

const SHOWN_AT_FIRST = 3;

/** What is still open with the customer. Internal to the customer card. */
export function CustomerTickets({
  tickets,
  text,
  locale,
  nowMs,
  changed,
  classNames,
}: RecordContext & { tickets: readonly CustomerTicket[] }) {
  return (
    <CollapsibleList
      slot="customer-tickets"
      title={text.tickets}
      empty={text.noTickets}
      items={tickets}
      shownAtFirst={SHOWN_AT_FIRST}
      showAll={text.showAll}
      showFewer={text.showFewer}
    >
      {(ticket) => (
        <li
          key={ticket.ticketNumber}
          {...part('customer-ticket', classNames)}
          data-fresh={changed.has(`ticket ${ticket.ticketNumber}`) || undefined}
        >
          <p>
            <bdi>{ticket.subject}</bdi>
          </p>
          <div data-slot="customer-row">
            <TicketStatusBadge status={ticket.status} word={text.words.ticket[ticket.status]} />
            <span data-slot="customer-faint">
              {ticket.ticketNumber}
              {ticket.orderNumber === null ? '' : ` · ${ticket.orderNumber}`}
            </span>
            <RelativeTime at={ticket.openedAt} locale={locale} nowMs={nowMs} />
          </div>
        </li>
      )}
    </CollapsibleList>
  );
}

/** The outcome in words; by its name where the directory knows no words for it. */
function outcomeOf(
  { disposition, outcomeLabel, agentName, closedBy }: PastCall,
  words: CustomerStateWords['disposition'],
): string {
  if (closedBy === 'system') return words.unfinished;
  if (disposition === null) return agentName === null ? words.unanswered : words.open;
  return outcomeLabel ?? disposition;
}

/** The calls before this one and how they ended. Internal to the customer card. */
export function CustomerCalls({
  calls,
  text,
  locale,
  nowMs,
  classNames,
}: RecordContext & { calls: readonly PastCall[] }) {
  return (
    <CollapsibleList
      slot="customer-calls"
      title={text.calls}
      empty={text.noCalls}
      items={calls}
      shownAtFirst={SHOWN_AT_FIRST}
      showAll={text.showAll}
      showFewer={text.showFewer}
    >
      {(call) => (
        <li key={call.callId} {...part('customer-call', classNames)}>
          <div data-slot="customer-row">
            <Badge>{outcomeOf(call, text.words.disposition)}</Badge>
            <RelativeTime at={call.startedAt} locale={locale} nowMs={nowMs} />
          </div>
          {call.agentName === null ? null : (
            <p data-slot="customer-faint">
              <bdi>
                {text.duration(call.durationMs)} {text.withAgent(call.agentName)}
              </bdi>
            </p>
          )}
        </li>
      )}
    </CollapsibleList>
  );
}
