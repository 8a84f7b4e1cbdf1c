'use client';
import { formatCount, formatShare, topicFigures, whyNoTopicValue } from '@agent/calls';
import type { Analytics, AnalyticsQuery } from '@agent/protocol';
import { EmptyState, Skeleton } from '@agent/ui';
import { MetricTile } from '@agent/ui/figures';
import { MessagesSquare } from 'lucide-react';
import { useQueryStates } from 'nuqs';
import { FigureProblem } from '#client/figures/figure-problem.tsx';
import { figuresQuery, includesToday } from '#client/figures/filters/figure-address.ts';
import { FigureFilters } from '#client/figures/filters/figure-filters.tsx';
import { periodInWords } from '#client/figures/filters/period-words.ts';
import { SampleDataNotice } from '#client/figures/sample-data/sample-data-notice.tsx';
import { useSampleData } from '#client/figures/sample-data/use-sample-data.ts';
import { ChangedCalls } from '#client/figures/topics/changed-calls.tsx';
import { MoodTable } from '#client/figures/topics/mood-table.tsx';
import { SuggestionTable } from '#client/figures/topics/suggestion-table.tsx';
import {
  type TopicPart,
  topicFilterAddress,
  topicParts,
  topicViewAddress,
} from '#client/figures/topics/topic-address.ts';
import { TopicList } from '#client/figures/topics/topic-list.tsx';
import { cardRows, changeOfCalls, outcomeRows } from '#client/figures/topics/topic-rows.ts';
import { useAnalytics } from '#client/figures/topics/use-analytics.ts';
import { useSessionAgents } from '#client/sessions/use-session-agents.ts';
import { useSessionChoices } from '#client/sessions/use-session-choices.ts';
import { FigureNav } from '../figure-nav.tsx';

/** What calls are about, which suggestions are used, and how customers sound in the end. */
export function AnalyticsPage({ isAdmin }: { isAdmin: boolean }) {
  const sample = useSampleData();
  const [address, setAddress] = useQueryStates(topicFilterAddress, { history: 'push' });
  const filter = { ...address, outcome: null };
  const { queues } = useSessionChoices();
  const agents = useSessionAgents(true);
  const query = figuresQuery(filter) as AnalyticsQuery;
  const state = useAnalytics(query, { includesToday: includesToday(filter) });
  const { analytics, status } = state;
  return (
    <div className="dashboard">
      <div className="dashboard-head">
        <h1>Figures</h1>
        <FigureNav here="analytics" />
        <FigureFilters
          value={filter}
          onChange={({ outcome: _outcome, ...part }) => void setAddress(part)}
          {...{ agents, queues }}
        />
      </div>
      <div className="dashboard-body" aria-busy={analytics === null || status === 'updating'}>
        <SampleDataNotice sample={sample} isAdmin={isAdmin} />
        <FigureProblem state={state} />
        {analytics ? (
          <Found analytics={analytics} isUpdating={status === 'updating'} />
        ) : status === 'loading' ? (
          <>
            <span className="visually-hidden">Loading what calls are about…</span>
            <Skeleton lines={12} height="36px" />
          </>
        ) : null}
      </div>
    </div>
  );
}

function Found({ analytics, isUpdating }: { analytics: Analytics; isUpdating: boolean }) {
  const [view, setView] = useQueryStates(topicViewAddress, { history: 'replace' });
  const { cards, outcomes, offered } = analytics;
  if (offered === 0) {
    return (
      <EmptyState
        icon={<MessagesSquare />}
        title={analytics.since === null ? 'No calls yet' : 'No calls in these days'}
        description="What calls are about stands here from the first of them on. Choose a longer period, or fewer filters."
      />
    );
  }
  const status = isUpdating ? 'updating' : 'ready';
  const allOf = (part: TopicPart) => ({
    isAll: view.all.includes(part),
    onShowAll: (isAll: boolean) =>
      void setView(({ all }) => ({
        all: topicParts.filter((one) => (one === part ? isAll : all.includes(one))),
      })),
  });
  return (
    <>
      <p className="dashboard-period">{periodInWords(analytics)}</p>
      <section className="topic-part" aria-label="What calls are about">
        <div className="topic-head">
          <h2>What calls are about</h2>
        </div>
        <TopicList
          figure="cards"
          rows={cardRows(cards)}
          view={view.cards}
          onView={(next) => void setView({ cards: next })}
          {...{ analytics, status }}
          {...allOf('cards')}
        />
        <div className="topic-beside">
          <TopicList
            figure="outcomes"
            rows={outcomeRows(outcomes)}
            view={view.outcomes}
            onView={(next) => void setView({ outcomes: next })}
            {...{ analytics, status }}
            {...allOf('outcomes')}
          />
          <OrdersTile analytics={analytics} isUpdating={isUpdating} />
        </div>
      </section>
      <SuggestionTable
        cards={cards}
        choice={{ sort: view.sort, order: view.order }}
        onSort={(choice) => void setView(choice)}
        {...allOf('suggestions')}
      />
      <MoodTable
        cards={cards}
        choice={{ sort: view.moodSort, order: view.moodOrder }}
        onSort={({ sort, order }) => void setView({ moodSort: sort, moodOrder: order })}
        {...allOf('moods')}
      />
      <ChangedCalls calls={analytics.changed} />
    </>
  );
}

/** In how many calls orders were named, and how many. */
function OrdersTile({ analytics, isUpdating }: { analytics: Analytics; isUpdating: boolean }) {
  const { orders } = analytics;
  const { n, of, share, why, named, calls, trend } = orders;
  const { name, sentence, formula, notes, counted } = topicFigures.orders;
  const orderWords = `${formatCount(named)} ${named === 1 ? 'order' : 'orders'}`;
  const worked =
    share === null ? null : `${formatCount(n)} ÷ ${formatCount(of)} = ${formatShare(share)}`;
  return (
    <MetricTile
      name={name}
      value={share === null ? null : formatShare(share)}
      why={why ? whyNoTopicValue(topicFigures.orders, why, of) : undefined}
      sample={`${formatCount(n)} of ${formatCount(of)} ${of === 1 ? counted.one : counted.many}, ${orderWords}`}
      change={{ words: changeOfCalls(orders), tone: 'neutral' }}
      points={trend}
      callsHref={calls && calls.count > 0 ? calls.href : undefined}
      definition={{ sentence, formula, worked }}
      definitionMore={notes.map((note) => <p key={note}>{note}</p>)}
      updating={isUpdating}
    />
  );
}
