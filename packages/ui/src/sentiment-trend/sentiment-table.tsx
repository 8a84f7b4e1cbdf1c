import { isoDuration } from '../format/clock.ts';
import {
  defaultSentimentMarkLabels,
  type SentimentLabel,
  type SentimentMarkLabels,
} from '../sentiment-mark/sentiment-mark.tsx';
import type { SentimentTrendLabels } from './sentiment-trend-labels.ts';

/** The points of the line in a table for screen readers. Internal to the trend. */
export function SentimentTable({
  points,
  text,
  markLabels,
}: {
  points: readonly {
    segmentId: string;
    atMs: number;
    score: number;
    trend: number;
    label: SentimentLabel;
  }[];
  text: SentimentTrendLabels;
  markLabels: Partial<SentimentMarkLabels> | undefined;
}) {
  const words = { ...defaultSentimentMarkLabels, ...markLabels };
  return (
    <div data-slot="visually-hidden">
      <table>
        <caption>{text.name}</caption>
        <thead>
          <tr>
            <th scope="col">{text.time}</th>
            <th scope="col">{text.score}</th>
            <th scope="col">{text.trend}</th>
            <th scope="col">{text.sounds}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.segmentId}>
              <td>
                <time dateTime={isoDuration(point.atMs)}>{text.atTime(point.atMs)}</time>
              </td>
              <td>{text.scored(point.score)}</td>
              <td>{text.scored(point.trend)}</td>
              <td>{words[point.label]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
