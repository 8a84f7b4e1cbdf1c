'use client';
import type { CardTopic } from '@agent/protocol';
import { CardName } from './card-name.tsx';
import type { ShowAllChoice } from './show-all.tsx';
import { type SortChoice, SortTable } from './sort-table.tsx';
import type { SuggestionColumn } from './topic-address.ts';
import { TopicDefinition } from './topic-definition.tsx';
import { CallsLink } from './topic-list.tsx';
import { suggestionTable, whyNoShares } from './topic-rows.ts';

/** What agents did with the suggestions of each card. */
export function SuggestionTable({
  cards,
  choice,
  onSort,
  ...all
}: ShowAllChoice & {
  cards: readonly CardTopic[];
  choice: SortChoice<SuggestionColumn>;
  onSort: (choice: SortChoice<SuggestionColumn>) => void;
}) {
  const shown = cards.filter(({ suggestions }) => suggestions.offered > 0);
  return (
    <section className="topic-part" aria-label="What becomes of suggestions">
      <div className="topic-head">
        <h2>What becomes of suggestions</h2>
        <TopicDefinition id="suggestions" />
      </div>
      {shown.length === 0 ? (
        <p className="topic-none">No suggestion of a card was offered in these days.</p>
      ) : (
        <SortTable
          name="What becomes of suggestions, by card"
          rows={shown}
          columns={suggestionTable}
          choice={choice}
          onSort={onSort}
          {...all}
          nameOf={(card) => <CardName card={card} why={whyNoShares(card)} />}
          more={{
            label: 'Calls',
            cell: ({ name, calls }) => <CallsLink topic={name} calls={calls} />,
          }}
        />
      )}
    </section>
  );
}
