import { isoDuration } from '../format/clock.ts';
import { part } from '../react/part.ts';
import { linkTo, type SessionContext } from './session-context.ts';
import type { SessionHitItem, SessionItem } from './session-item.ts';
import type { SessionListLabels } from './session-list-labels.ts';

/** The lines in which something was found, each a link to its moment. Internal to the list. */
export function SessionHits({
  session,
  context,
}: {
  session: SessionItem;
  context: SessionContext;
}) {
  const { callId, hits } = session;
  const { text, classNames } = context;
  if (hits.length === 0) return null;
  return (
    <ul data-slot="session-list-hits" aria-label={text.hits}>
      {hits.map((hit, index) => (
        <li key={`${hit.where} ${hit.atMs} ${index}`}>
          <a
            {...part('session-list-hit', classNames)}
            {...linkTo(context, callId, hit.atMs)}
            title={hit.pieces.map((piece) => piece.text).join('')}
          >
            <Moment hit={hit} text={text} />
            <span data-slot="session-list-place">{text.places[hit.where]}</span>
            <bdi data-slot="session-list-line">
              {hit.pieces.map((piece, place) =>
                piece.isHit ? (
                  <mark key={place}>{piece.text}</mark>
                ) : (
                  <span key={place}>{piece.text}</span>
                ),
              )}
            </bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Moment({ hit, text }: { hit: SessionHitItem; text: SessionListLabels }) {
  if (hit.atMs === null) return <span data-slot="session-list-at" />;
  return (
    <time data-slot="session-list-at" dateTime={isoDuration(hit.atMs)}>
      {text.at(hit.atMs)}
    </time>
  );
}
