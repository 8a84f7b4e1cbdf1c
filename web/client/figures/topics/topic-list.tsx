'use client';
import { formatCount, formatShare, type TopicFigureId, topicFigures } from '@agent/calls';
import type { Analytics } from '@agent/protocol';
import { Badge, EmptyState } from '@agent/ui';
import { ChartFrame, type ChartStatus, type ChartView } from '@agent/ui/figures';
import { MessagesSquare } from 'lucide-react';
import { ShowAll, type ShowAllChoice, shownRows } from './show-all.tsx';
import { TopicDefinition } from './topic-definition.tsx';
import { changeOfCalls, shareInWords, type TopicRow, trendInWords } from './topic-rows.ts';
import { TopicTrend } from './topic-trend.tsx';
import './topics.css';

/** Topics with how many calls they have, how it changed and how it went; a click leads to the calls. */
export function TopicList({
  figure,
  analytics,
  rows,
  view,
  status,
  onView,
  isAll,
  onShowAll,
}: ShowAllChoice & {
  figure: Extract<TopicFigureId, 'cards' | 'outcomes'>;
  analytics: Analytics | null;
  rows: readonly TopicRow[];
  view: ChartView;
  status: ChartStatus;
  onView: (view: ChartView) => void;
}) {
  const { name, formula } = topicFigures[figure];
  const shown = shownRows(rows, isAll);
  const most = Math.max(1, ...rows.map(({ calls }) => calls.n));
  return (
    <div className="topic-listed">
      <ChartFrame
        heading={name}
        about={formula}
        view={view}
        onViewChange={onView}
        status={status !== 'loading' && rows.length === 0 ? 'empty' : status}
        actions={<TopicDefinition id={figure} worked={workedOf(rows[0])} />}
        empty={
          <EmptyState
            icon={<MessagesSquare />}
            title={figure === 'cards' ? 'No card came up in these days' : 'No calls in these days'}
            description="Choose a longer period, or fewer filters."
          />
        }
        table={{
          columns: [name, 'Calls', 'Share', 'Period before', 'Change'],
          rows: shown.map(({ key, name: topic, note, calls }) => ({
            key,
            name: note ? `${topic} (${note})` : topic,
            cells: [
              <CallsLink key="calls" topic={topic} calls={calls} />,
              shareInWords(calls),
              calls.previous ? formatCount(calls.previous.n) : '–',
              changeOfCalls(calls),
            ],
          })),
        }}
      >
        <ul className="topic-list">
          {shown.map((row) => (
            <Row key={row.key} row={row} most={most} analytics={analytics} />
          ))}
        </ul>
      </ChartFrame>
      <ShowAll name={name} count={rows.length} {...{ isAll, onShowAll }} />
    </div>
  );
}

function Row({
  row: { name, note, calls },
  most,
  analytics,
}: {
  row: TopicRow;
  most: number;
  analytics: Analytics | null;
}) {
  const trend = analytics && trendInWords(calls, analytics);
  return (
    <li>
      <div className="topic-name">
        <bdi>{name}</bdi>
        {note ? <Badge>{note}</Badge> : null}
      </div>
      <div className="topic-bar" aria-hidden="true">
        <span style={{ inlineSize: `${(calls.n / most) * 100}%` }} />
      </div>
      <p className="topic-numbers">
        <CallsLink topic={name} calls={calls} /> <span>{shareInWords(calls)}</span>
      </p>
      <p className="topic-change">{changeOfCalls(calls)}</p>
      <div className="topic-went" title={trend ?? undefined}>
        <TopicTrend points={calls.trend} />
        {trend ? <span className="visually-hidden">{trend}</span> : null}
      </div>
    </li>
  );
}

/** How many calls; a way to them where a list has any. */
export function CallsLink({
  topic,
  calls: { n, calls },
}: {
  topic: string;
  calls: TopicRow['calls'];
}) {
  const words = `${formatCount(n)} ${n === 1 ? 'call' : 'calls'}`;
  if (!calls || calls.count === 0) return <span>{words}</span>;
  const listed = calls.count === n ? '' : `, ${formatCount(calls.count)} of them in the list`;
  return (
    <a
      href={calls.href}
      aria-label={`${words}: ${topic}${listed}`}
      title={`Show the calls${listed}`}
    >
      {words}
    </a>
  );
}

function workedOf(row: TopicRow | undefined): string | null {
  if (!row || row.calls.share === null) return null;
  const { n, of, share } = row.calls;
  return `${row.name}: ${formatCount(n)} ÷ ${formatCount(of)} = ${formatShare(share)}`;
}
