import type { Sentiment } from '@agent/protocol';
import type { SuggestionItem } from '../ai-suggestion-panel/suggestion-item.ts';
import type { SentimentTrendPoint } from '../sentiment-trend/sentiment-trend.tsx';
import type { TranscriptItem } from '../transcript/transcript-item.ts';
import { trendPoints } from './sample-sentiment.ts';
import { playbookSuggestion } from './sample-suggestions.ts';

/** What the agent is shown beside the words of the scripted call. */
export interface ScriptHelp {
  suggestions: readonly SuggestionItem[];
  highlightedOrders: readonly string[];
  sentiments: ReadonlyMap<string, Sentiment>;
  trend: readonly SentimentTrendPoint[];
  /** Of the alert to show; null while the customer is not upset, and once she is answered. */
  alertScore: number | null;
}

/** How the customer sounds, by segment of the script. */
const scores = new Map([
  ['segment-1', -0.44],
  ['segment-3', 0.05],
  ['segment-5', -0.82],
  ['segment-7', -0.12],
  ['segment-9', 0.78],
]);

/** The help for what has been said so far: each part follows from final text, as in the product. */
export function scriptHelp(items: readonly TranscriptItem[]): ScriptHelp {
  const final = new Set(items.flatMap((item) => finalIds(item)));
  const heard = [...scores].filter(([id]) => final.has(id));
  const isAsking = final.has('segment-1') && !final.has('segment-7');
  const isUpset = final.has('segment-5') && !final.has('segment-7');
  return {
    suggestions: isAsking ? [playbookSuggestion] : [],
    highlightedOrders: final.has('segment-3') ? ['4521'] : [],
    sentiments: new Map(heard.map(([id, score]) => [id, sentiment(score)])),
    trend: trendPoints(heard.map(([, score]) => score)),
    alertScore: isUpset ? (scores.get('segment-5') ?? null) : null,
  };
}

function finalIds(item: TranscriptItem): string[] {
  if (item.kind !== 'turn') return [];
  return item.segments.filter(({ state }) => state === 'final').map(({ id }) => id);
}

function sentiment(score: number): Sentiment {
  const [point] = trendPoints([score]);
  return { score, label: point?.label ?? 'neutral', confidence: 0.8 };
}
