'use client';
import { formatFigure, moodChangeInWords } from '@agent/calls';
import type { ChangedCall } from '@agent/protocol';
import { RelativeTime } from '@agent/ui';
import { TrendingDown, TrendingUp } from 'lucide-react';
import { MoodLine } from './mood-table.tsx';
import { TopicDefinition } from './topic-definition.tsx';

const heads = [
  ['Call', true],
  ['Change', false],
  ['At the start', false],
  ['At the end', false],
  ['About', true],
  ['Agent', true],
  ['When', false],
] as const;

/** The calls whose customers sounded most different in the end, each with the way to its replay. */
export function ChangedCalls({ calls }: { calls: readonly ChangedCall[] }) {
  return (
    <section className="topic-part" aria-label="Calls that changed most">
      <div className="topic-head">
        <h2>Calls that changed most</h2>
        <TopicDefinition id="changes" />
      </div>
      {calls.length === 0 ? (
        <p className="topic-none">
          No call of these days that can be opened has four scored lines and a change.
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: columns beyond the edge are reached by the keyboard.
        <section className="agent-table topic-table" aria-label="The calls" tabIndex={0}>
          <table>
            <thead>
              <tr>
                {heads.map(([label, isWords]) => (
                  <th key={label} scope="col" className={isWords ? 'topic-words' : undefined}>
                    <span>{label}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {calls.map((call) => (
                <Row key={call.callId} call={call} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function Row({ call }: { call: ChangedCall }) {
  const { customerName, agentName, queuedAt, cards, start, end, href } = call;
  const isUp = end > start;
  return (
    <tr>
      <th scope="row">
        <a href={href}>
          <bdi>{customerName}</bdi>
        </a>
      </th>
      <td>
        <span className="topic-way" data-way={isUp ? 'up' : 'down'}>
          {isUp ? <TrendingUp aria-hidden /> : <TrendingDown aria-hidden />}
          {moodChangeInWords(start, end)}
          <MoodLine start={start} end={end} />
        </span>
      </td>
      <td>{formatFigure('score', start)}</td>
      <td>{formatFigure('score', end)}</td>
      <td className="topic-words">{cards.length > 0 ? cards.join(', ') : '–'}</td>
      <td className="topic-words">{agentName ?? '–'}</td>
      <td>
        <RelativeTime at={queuedAt} />
      </td>
    </tr>
  );
}
