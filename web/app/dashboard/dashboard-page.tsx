'use client';
import type { Role } from '@agent/protocol';
import { EmptyState } from '@agent/ui';
import { ChartLine } from 'lucide-react';
import { useQueryStates } from 'nuqs';
import type { ReactNode } from 'react';
import { AlertsPanel } from '#client/figures/alerts/alerts-panel.tsx';
import { FigureProblem } from '#client/figures/figure-problem.tsx';
import {
  daysAsked,
  type FilterAddress,
  figuresQuery,
  filterAddress,
  trendAddress,
  usualSplit,
} from '#client/figures/filters/figure-address.ts';
import { FigureFilters } from '#client/figures/filters/figure-filters.tsx';
import { periodInWords } from '#client/figures/filters/period-words.ts';
import { NowRow } from '#client/figures/now/now-row.tsx';
import { useCallNews } from '#client/figures/now/use-call-news.ts';
import { SampleDataNotice } from '#client/figures/sample-data/sample-data-notice.tsx';
import { SampleDataOffer } from '#client/figures/sample-data/sample-data-offer.tsx';
import { useSampleData } from '#client/figures/sample-data/use-sample-data.ts';
import { FigureTiles } from '#client/figures/tiles/figure-tiles.tsx';
import { TrendChart } from '#client/figures/trends/trend-chart.tsx';
import { useTrends } from '#client/figures/trends/use-trends.ts';
import { WeekChart } from '#client/figures/trends/week-chart.tsx';
import { pollMsOf, useFigures } from '#client/figures/use-figures.ts';
import { useSessionAgents } from '#client/sessions/use-session-agents.ts';
import { useSessionChoices } from '#client/sessions/use-session-choices.ts';
import { useWall } from '#client/supervision/use-wall.ts';
import { useWallTime } from '#client/supervision/use-wall-time.ts';
import { FigureNav } from './figure-nav.tsx';

/** Who looks at the figures. */
interface Viewer {
  userId: string;
  role: Role;
}

/** How calls go now, what is out of line, how calls went in a period, and what became of it over time. */
export function DashboardPage({ viewer }: { viewer: Viewer }) {
  const [filter, setFilter] = useQueryStates(filterAddress, { history: 'push' });
  const { queues, outcomes } = useSessionChoices();
  const agents = useSessionAgents(true);
  return (
    <div className="dashboard">
      <div className="dashboard-head">
        <h1>Figures</h1>
        <FigureNav here="overview" />
        <FigureFilters
          value={filter}
          onChange={(part) => void setFilter(part)}
          {...{ agents, queues, outcomes }}
        />
      </div>
      <div className="dashboard-body">
        <Overview filter={filter} viewer={viewer} />
        <Trends filter={filter} />
      </div>
    </div>
  );
}

function Overview({ filter, viewer: { userId, role } }: { filter: FilterAddress; viewer: Viewer }) {
  const sample = useSampleData();
  const isAdmin = role === 'admin';
  const followed = useWall(0);
  const time = useWallTime(followed);
  useCallNews(followed.wall);
  const isPushed = time.freshness === 'live';
  const query = figuresQuery(filter, usualSplit(daysAsked(filter)));
  const state = useFigures(query, { pollMs: pollMsOf(filter, isPushed) });
  const { figures, status } = state;
  return (
    <>
      <NowRow wall={followed.wall} time={time} />
      {figures?.since === null ? null : (
        <>
          <SampleDataNotice sample={sample} isAdmin={isAdmin} />
          <AlertsPanel userId={userId} />
        </>
      )}
      <FigureProblem state={state} />
      {figures?.since === null ? (
        <NoCalls offer={<SampleDataOffer sample={sample} isAdmin={isAdmin} />} />
      ) : status === 'failed' && !figures ? null : (
        <>
          {figures ? <p className="dashboard-period">{periodInWords(figures)}</p> : null}
          <FigureTiles figures={figures} updating={status === 'updating'} />
        </>
      )}
    </>
  );
}

function Trends({ filter }: { filter: FilterAddress }) {
  const [chosen, setChosen] = useQueryStates(trendAddress, { history: 'replace' });
  const trends = useTrends(filter, chosen);
  if (trends.now.figures?.since === null || trends.now.status === 'failed') return null;
  return (
    <section className="dashboard-trends" aria-label="Trends">
      <h2>Trends</h2>
      <TrendChart
        choice={{ ...chosen, by: trends.by, view: chosen.trend }}
        splits={trends.splits}
        onChange={({ view, ...part }) => void setChosen({ ...part, ...(view && { trend: view }) })}
        now={trends.now}
        before={trends.before}
        exportHref={trends.exportHref}
      />
      <WeekChart
        figure={chosen.hours}
        view={chosen.week}
        state={trends.week}
        onFigure={(hours) => void setChosen({ hours })}
        onView={(week) => void setChosen({ week })}
        exportHref={trends.weekExportHref}
      />
    </section>
  );
}

function NoCalls({ offer }: { offer: ReactNode }) {
  return (
    <EmptyState
      icon={<ChartLine />}
      title="No calls yet"
      description="Figures stand here from the first call on. To see what they will look like, take sample data: it is marked as such, and gone again with one click."
      action={offer}
    />
  );
}
