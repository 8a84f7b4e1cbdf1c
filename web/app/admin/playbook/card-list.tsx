'use client';
import type { CardSummary } from '@agent/protocol';
import { Badge, Button, EmptyState, Notice, Select, Skeleton, TextField } from '@agent/ui';
import { CircleOff, Pencil, Plus, SearchX, Star, TriangleAlert } from 'lucide-react';
import type { RefObject } from 'react';
import { kindWords } from '#client/admin/playbook/card-words.ts';
import type { CardFilters } from '#client/admin/playbook/playbook-api.ts';
import type { useCardList } from '#client/admin/playbook/use-playbook.ts';
import { messageOf } from '#client/http/request-error.ts';

interface CardListProps {
  list: ReturnType<typeof useCardList>;
  filters: CardFilters;
  onFiltersChange(filters: CardFilters): void;
  selectedId: string | null;
  /** Whether something was typed for a card and not saved. */
  isEdited(id: string): boolean;
  onOpen(id: string): void;
  onAdd(): void;
  onTry(): void;
  searchRef: RefObject<HTMLInputElement | null>;
}

/** Every card of the playbook, to search and to choose from. */
export function CardList({ list, filters, onFiltersChange, ...rest }: CardListProps) {
  return (
    <section className="admin-list" aria-labelledby="playbook-title">
      <div className="playbook-head">
        <h1 id="playbook-title">Playbook</h1>
        <div className="playbook-buttons">
          <Button onClick={rest.onTry}>Try a sentence</Button>
          <Button variant="primary" icon={<Plus />} onClick={rest.onAdd}>
            New card
          </Button>
        </div>
      </div>
      <div className="playbook-filters">
        <TextField
          ref={rest.searchRef}
          type="search"
          label="Search in all words of a card"
          maxLength={200}
          value={filters.query}
          onChange={(event) => onFiltersChange({ ...filters, query: event.target.value })}
        />
        <Select
          label="In use"
          options={inUse}
          value={filters.enabled}
          onValueChange={(enabled) =>
            onFiltersChange({ ...filters, enabled: enabled as CardFilters['enabled'] })
          }
        />
        <Select
          label="Kind"
          options={kinds}
          value={filters.kind}
          onValueChange={(kind) =>
            onFiltersChange({ ...filters, kind: kind as CardFilters['kind'] })
          }
        />
      </div>
      <Found
        list={list}
        onClear={() => onFiltersChange({ query: '', enabled: '', kind: '' })}
        {...rest}
      />
    </section>
  );
}

const inUse = [
  { value: '', label: 'On and off' },
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
];
const kinds = [
  { value: '', label: 'Any' },
  ...Object.entries(kindWords).map(([value, label]) => ({ value, label })),
];

function Found({
  list,
  onClear,
  ...rest
}: Pick<CardListProps, 'list' | 'selectedId' | 'isEdited' | 'onOpen' | 'onAdd'> & {
  onClear(): void;
}) {
  const { data, error, isPaused } = list;
  const retry = (
    <Button size="sm" onClick={() => void list.refetch()}>
      Try again
    </Button>
  );
  const trouble = error ? (
    <Notice
      tone={data ? 'warning' : 'error'}
      title={data ? 'This list may be old' : 'The cards could not be fetched'}
      action={retry}
    >
      {messageOf(error)}
    </Notice>
  ) : isPaused ? (
    <Notice tone="warning" title="You are offline">
      {data ? 'This list may be old.' : 'The cards appear once you are online.'}
    </Notice>
  ) : null;
  if (!data) return trouble ?? <Skeleton className="playbook-skeleton" lines={8} height="44px" />;
  const { cards, total } = data;
  return (
    <>
      {trouble}
      <p className="playbook-muted" role="status">
        {cards.length === total ? `${total} cards` : `${cards.length} of ${total} cards`}
      </p>
      {cards.length > 0 ? (
        <ul className="playbook-cards" aria-busy={list.isPlaceholderData}>
          {cards.map((card) => (
            <CardRow key={card.id} card={card} {...rest} />
          ))}
        </ul>
      ) : total > 0 ? (
        <EmptyState
          icon={<SearchX />}
          title="No card was found"
          description="Look for fewer words or for other ones."
          action={<Button onClick={onClear}>Show all cards</Button>}
        />
      ) : (
        <EmptyState
          icon={<SearchX />}
          title="No cards yet"
          description="Agents are advised by cards: write the first one."
          action={<Button onClick={rest.onAdd}>New card</Button>}
        />
      )}
    </>
  );
}

function CardRow({
  card,
  selectedId,
  isEdited,
  onOpen,
}: Pick<CardListProps, 'selectedId' | 'isEdited' | 'onOpen'> & { card: CardSummary }) {
  const { id, title, kind, listensTo, enabled, important, fault, phrases, examples } = card;
  return (
    <li>
      <button
        type="button"
        className="admin-row playbook-row"
        aria-current={id === selectedId ? 'true' : undefined}
        onClick={() => onOpen(id)}
      >
        <span className="playbook-row-name">
          <strong dir="auto">{title}</strong>
          {isEdited(id) ? (
            <Badge tone="accent" icon={<Pencil />}>
              Not saved
            </Badge>
          ) : null}
          {enabled ? null : (
            <Badge tone="warning" icon={<CircleOff />}>
              Off
            </Badge>
          )}
          {fault ? (
            <Badge tone="danger" icon={<TriangleAlert />}>
              Cannot be read
            </Badge>
          ) : null}
          {important ? <Badge icon={<Star />}>Important</Badge> : null}
        </span>
        <span className="playbook-muted">
          {id}
          {kind && kind !== 'guidance' ? ` · ${kindWords[kind]}` : ''}
          {listensTo === 'agent' ? ' · listens to the agent' : ''}
          {fault ? '' : ` · ${phrases} phrases, ${examples} examples`}
          {card.isEdited ? ' · changed here' : ''}
        </span>
      </button>
    </li>
  );
}
