import type { CardTopic } from '@agent/protocol';
import { Badge } from '@agent/ui';
import { cardStateInWords } from './topic-rows.ts';

/** A card by its name, with what became of it since and why it has no figures. */
export function CardName({ card, why }: { card: CardTopic; why: string | null }) {
  const note = cardStateInWords(card);
  return (
    <>
      <span className="topic-name">
        <bdi>{card.name}</bdi>
        {note ? <Badge>{note}</Badge> : null}
      </span>
      {why ? <span className="topic-why">{why}</span> : null}
    </>
  );
}
