'use client';
import { useQueryStates } from 'nuqs';
import { FigureProblem } from '../figure-problem.tsx';
import {
  dayAddress,
  daysAsked,
  figuresQuery,
  filterAddress,
  usualSplit,
} from '../filters/figure-address.ts';
import { FigureFilters } from '../filters/figure-filters.tsx';
import { periodInWords } from '../filters/period-words.ts';
import { FigureTiles } from '../tiles/figure-tiles.tsx';
import { pollMsOf, useFigures } from '../use-figures.ts';
import { AgentDayPanel } from './agent-day-panel.tsx';

/** The filters of one agent's figures. */
export function AgentFilters() {
  const [filter, setFilter] = useQueryStates(filterAddress, { history: 'push' });
  return <FigureFilters value={filter} onChange={(part) => void setFilter(part)} />;
}

/** One agent's figures of a period, and what the agent did on a day. */
export function AgentFigures({ agentId, isOwn }: { agentId: string; isOwn: boolean }) {
  const [address] = useQueryStates(filterAddress);
  const [{ day }, setDay] = useQueryStates(dayAddress, { history: 'push' });
  const filter = { ...address, agent: null, queue: null, outcome: null };
  const asked = { ...figuresQuery(filter, usualSplit(daysAsked(filter))), agent: agentId };
  const state = useFigures(asked as Parameters<typeof useFigures>[0], {
    pollMs: pollMsOf(filter),
  });
  const { figures, status } = state;
  return (
    <>
      <FigureProblem state={state} />
      {status === 'failed' && !figures ? null : (
        <>
          {figures ? <p className="dashboard-period">{periodInWords(figures)}</p> : null}
          <FigureTiles
            figures={figures}
            updating={status === 'updating'}
            of="agent"
            withCalls={(id) => !isOwn || id !== 'csat'}
          />
        </>
      )}
      <section className="dashboard-day" aria-label="Day">
        <AgentDayPanel agentId={agentId} day={day} onDay={(next) => void setDay({ day: next })} />
      </section>
    </>
  );
}
