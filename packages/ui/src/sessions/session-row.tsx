import { LocalTime } from '../react/local-time.tsx';
import { part } from '../react/part.ts';
import { linkTo, type SessionContext } from './session-context.ts';
import { SessionFacts } from './session-facts.tsx';
import { SessionHits } from './session-hits.tsx';
import type { SessionItem } from './session-item.ts';

/** One call: a link to it, and a link to each line in which something was found. Internal to the list. */
export function SessionRow({
  session,
  context,
}: {
  session: SessionItem;
  context: SessionContext;
}) {
  const { callId, customerName, answeredAt, queuedAt } = session;
  const { selected, timeZone, locale, text, classNames } = context;
  const beganMs = Date.parse(answeredAt ?? queuedAt);
  const isSelected = selected === callId;
  return (
    <li
      {...part('session-list-row', classNames)}
      data-state={isSelected ? 'selected' : 'idle'}
      data-call-id={callId}
    >
      <a
        data-slot="session-list-link"
        aria-current={isSelected ? 'true' : undefined}
        {...linkTo(context, callId, null)}
      >
        <LocalTime
          exactMs={beganMs}
          exactAs={{ dateStyle: 'full', timeStyle: 'short', timeZone }}
          locale={locale}
          dateTime={answeredAt ?? queuedAt}
          data-slot="session-list-time"
        >
          {text.time(beganMs, timeZone)}
        </LocalTime>
        <span data-slot="session-list-customer" title={customerName}>
          <bdi>{customerName}</bdi>
        </span>
        <SessionFacts session={session} showAgent={context.showAgent} text={text} />
      </a>
      <SessionHits session={session} context={context} />
    </li>
  );
}
