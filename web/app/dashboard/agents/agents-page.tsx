'use client';
import { EmptyState, Skeleton } from '@agent/ui';
import { UserX } from 'lucide-react';
import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { agentRows } from '#client/figures/agents/agent-rows.ts';
import { AgentTable } from '#client/figures/agents/agent-table.tsx';
import { figuresFileHref } from '#client/figures/figure-api.ts';
import { FigureProblem } from '#client/figures/figure-problem.tsx';
import {
  agentsAddress,
  figuresQuery,
  filterAddress,
} from '#client/figures/filters/figure-address.ts';
import { FigureFilters } from '#client/figures/filters/figure-filters.tsx';
import { periodInWords } from '#client/figures/filters/period-words.ts';
import { pollMsOf, useFigures } from '#client/figures/use-figures.ts';
import { useSessionChoices } from '#client/sessions/use-session-choices.ts';
import { FigureNav } from '../figure-nav.tsx';

/** Agents with their figures, to sort and to look through by name. */
export function AgentsPage() {
  const [filter, setFilter] = useQueryStates(filterAddress, { history: 'push' });
  const [chosen, setChosen] = useQueryStates(agentsAddress, { history: 'replace' });
  const { queues, outcomes } = useSessionChoices();
  const query = figuresQuery({ ...filter, agent: null }, 'agent');
  const state = useFigures(query, { pollMs: pollMsOf(filter, true) });
  const { figures, status } = state;
  const rows = useMemo(() => agentRows(figures?.groups ?? []), [figures]);
  return (
    <div className="dashboard">
      <div className="dashboard-head">
        <h1>Figures</h1>
        <FigureNav here="agents" />
        <FigureFilters
          value={filter}
          onChange={(part) => void setFilter(part)}
          {...{ queues, outcomes }}
        />
      </div>
      <div className="dashboard-body" aria-busy={figures === null || status === 'updating'}>
        <FigureProblem state={state} />
        {figures && rows.length > 0 ? (
          <>
            <div className="agents-head">
              <input
                type="search"
                aria-label="Find an agent by name"
                placeholder="Find an agent"
                value={chosen.name}
                onChange={({ currentTarget }) => void setChosen({ name: currentTarget.value })}
              />
              <p className="dashboard-period">{periodInWords(figures)}</p>
              <a href={figuresFileHref(query)} download>
                Export as CSV
              </a>
            </div>
            <AgentTable
              rows={rows}
              choice={chosen}
              onSort={(sort, order) => void setChosen({ sort, order })}
              query={daysOf(filter)}
            />
          </>
        ) : figures ? (
          <EmptyState
            icon={<UserX />}
            title="No agent had a call in these days"
            description="Choose a longer period, or fewer filters."
          />
        ) : status === 'loading' ? (
          <Skeleton lines={10} height="32px" />
        ) : null}
      </div>
    </div>
  );
}

/** The days of an address, to be kept where it leads on. */
function daysOf({
  period,
  from,
  to,
}: {
  period: string;
  from: string | null;
  to: string | null;
}): string {
  const kept = Object.entries({ period: period === 'today' ? null : period, from, to });
  const query = new URLSearchParams(kept.filter((one): one is [string, string] => one[1] !== null));
  return query.size > 0 ? `?${query}` : '';
}
