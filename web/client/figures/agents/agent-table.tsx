'use client';
import { metricOf } from '@agent/calls';
import type { MetricId } from '@agent/protocol';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { agentHref } from '../figure-api.ts';
import { type AgentRow, agentColumns, cellWords } from './agent-rows.ts';
import { type AgentTableChoice, useAgentTable } from './use-agent-table.ts';
import './agent-table.css';

/** Agents with their figures; each head sorts, each name leads to the agent. */
export function AgentTable({
  rows,
  choice,
  onSort,
  query,
}: {
  rows: readonly AgentRow[];
  choice: AgentTableChoice;
  onSort: (sort: AgentTableChoice['sort'], order: AgentTableChoice['order']) => void;
  /** Follows the address of an agent: which days. */
  query: string;
}) {
  const shown = useAgentTable(rows, choice);
  const sortBy = (id: AgentTableChoice['sort']) => {
    const isSame = choice.sort === id;
    const first = id === 'name' ? 'up' : 'down';
    onSort(id, isSame ? (choice.order === 'up' ? 'down' : 'up') : first);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: columns beyond the edge are reached by the keyboard.
    <section className="agent-table" aria-label="Agents" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <Head id="name" label="Agent" choice={choice} onSort={sortBy} />
            {agentColumns.map((id) => (
              <Head key={id} id={id} label={metricOf(id).name} choice={choice} onSort={sortBy} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.agentId}>
              <th scope="row">
                <a href={`${agentHref(row.agentId)}${query}`}>{row.name}</a>
              </th>
              {agentColumns.map((id) => (
                <td key={id}>{cellWords(row, id)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 ? <p>No agent has such a name.</p> : null}
    </section>
  );
}

function Head({
  id,
  label,
  choice: { sort, order },
  onSort,
}: {
  id: 'name' | MetricId;
  label: string;
  choice: AgentTableChoice;
  onSort: (id: 'name' | MetricId) => void;
}) {
  const isSorted = sort === id;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (order === 'up' ? 'ascending' : 'descending') : undefined}
    >
      <button
        type="button"
        title={id === 'name' ? undefined : metricOf(id).sentence}
        onClick={() => onSort(id)}
      >
        {label}
        {isSorted ? order === 'up' ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden /> : null}
      </button>
    </th>
  );
}
