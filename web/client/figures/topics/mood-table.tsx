'use client';
import type { CardMood, CardTopic } from '@agent/protocol';
import { CardName } from './card-name.tsx';
import type { ShowAllChoice } from './show-all.tsx';
import { type SortChoice, SortTable } from './sort-table.tsx';
import type { MoodColumn } from './topic-address.ts';
import { TopicDefinition } from './topic-definition.tsx';
import { moodTable, whyNoMood } from './topic-rows.ts';

/** How customers sounded at the start and at the end of calls, by what they were about. */
export function MoodTable({
  cards,
  choice,
  onSort,
  ...all
}: ShowAllChoice & {
  cards: readonly CardTopic[];
  choice: SortChoice<MoodColumn>;
  onSort: (choice: SortChoice<MoodColumn>) => void;
}) {
  const shown = cards.filter(({ calls }) => calls.n > 0);
  return (
    <section className="topic-part" aria-label="How customers sounded">
      <div className="topic-head">
        <h2>How customers sounded</h2>
        <TopicDefinition id="moods" />
        <p>From −1 to 1, as the machine takes it from their words. No rating.</p>
      </div>
      {shown.length === 0 ? (
        <p className="topic-none">No card came up in these days.</p>
      ) : (
        <SortTable
          name="How customers sounded, by card"
          rows={shown}
          columns={moodTable}
          choice={choice}
          onSort={onSort}
          {...all}
          nameOf={(card) => <CardName card={card} why={whyNoMood(card)} />}
          more={{ label: 'Start to end', cell: ({ mood }) => <MoodLine {...mood} /> }}
        />
      )}
    </section>
  );
}

/** From start to end between −1 and 1; the dot is the end. What it shows stands beside it in numbers. */
export function MoodLine({ start, end }: Pick<CardMood, 'start' | 'end'>) {
  if (start === null || end === null) return <span className="mood-line">–</span>;
  const x = (score: number) => Math.round((score + 1) * 500) / 10;
  return (
    <span className="mood-line" data-way={end >= start ? 'up' : 'down'}>
      <svg aria-hidden="true" viewBox="0 0 100 12" preserveAspectRatio="none">
        <path data-part="middle" d="M50 0v12" />
        <path data-part="way" d={`M${x(start)} 6H${x(end)}`} />
        <path data-part="end" d={`M${x(end)} 6h0`} />
      </svg>
    </span>
  );
}
