'use client';
import type { AdminQueue } from '@agent/protocol';
import { Badge, Button, EmptyState, TextField } from '@agent/ui';
import { Pencil, SearchX, UserX } from 'lucide-react';
import { useState } from 'react';
import { languageName } from '#client/admin/queues/language-names.ts';

/** As many fit without a search. */
const FEW = 8;

/** The queues to choose from: who takes their calls, and how many calls there are. */
export function QueueList({
  queues,
  chosenId,
  isEdited,
  onOpen,
}: {
  queues: readonly AdminQueue[];
  chosenId: string | null;
  /** Whether something was typed for a queue and not saved. */
  isEdited(id: string): boolean;
  onOpen(id: string): void;
}) {
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = queues.filter(({ name }) => name.toLowerCase().includes(wanted));
  return (
    <>
      {queues.length > FEW ? (
        <TextField
          type="search"
          label="Search by name"
          maxLength={60}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      ) : null}
      {found.length === 0 ? (
        <EmptyState
          icon={<SearchX />}
          title="No queue was found"
          description={`No name holds “${search.trim()}”.`}
          action={<Button onClick={() => setSearch('')}>Show all</Button>}
        />
      ) : (
        <ul className="queues">
          {found.map((queue) => (
            <QueueRow
              key={queue.id}
              queue={queue}
              isChosen={queue.id === chosenId}
              isEdited={isEdited(queue.id)}
              onOpen={onOpen}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function QueueRow({
  queue,
  isChosen,
  isEdited,
  onOpen,
}: {
  queue: AdminQueue;
  isChosen: boolean;
  isEdited: boolean;
  onOpen(id: string): void;
}) {
  const { id, name, agents, openCalls, language } = queue;
  return (
    <li>
      <button
        type="button"
        className="admin-row queue-row"
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => onOpen(id)}
      >
        <span className="queue-row-name">
          <strong dir="auto">{name}</strong>
          {isEdited ? (
            <Badge tone="accent" icon={<Pencil />}>
              Not saved
            </Badge>
          ) : null}
        </span>
        <span className="queue-row-facts">
          <span>{languageName(language)}</span>
          {agents === 0 ? (
            <Badge tone="warning" icon={<UserX />}>
              Nobody takes its calls
            </Badge>
          ) : (
            <span>{agents === 1 ? '1 agent' : `${agents} agents`}</span>
          )}
          <span>{openCalls === 1 ? '1 open call' : `${openCalls} open calls`}</span>
        </span>
      </button>
    </li>
  );
}
