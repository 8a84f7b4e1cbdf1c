import type { Sentiment, SentimentLabel } from '@agent/protocol';
import { clsx } from 'clsx';
import { Circle, Triangle } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';

/** How something sounds: score −1…1, what it is called, and how sure that is (0–1). */
export type SentimentValue = Sentiment;
export type { SentimentLabel };

/** Strings of a `SentimentMark`. */
export interface SentimentMarkLabels extends Record<SentimentLabel, string> {
  /** On hover; `score` and `confidence` come as numbers or null. */
  title: (word: string, score: number | null, confidence: number | null) => string;
}
/** English words of the three ways to sound; `labels` replaces them one by one. */
export const defaultSentimentMarkLabels: SentimentMarkLabels = {
  negative: 'negative',
  neutral: 'neutral',
  positive: 'positive',
  title: (word, score, confidence) =>
    [
      `Sounds ${word}`,
      ...(score === null ? [] : [`score ${formatScore(score)} of −1 to 1`]),
      ...(confidence === null ? [] : [`${Math.round(confidence * 100)} % sure`]),
    ].join(', '),
};

/**
 * How a segment sounds: the label always, score (−1…1) and confidence (0–1) where they are known.
 */
export interface SentimentMarkProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  label: SentimentLabel;
  score?: number | undefined;
  confidence?: number | undefined;
  /** Shows the shape alone; the word is still there for screen readers. Default false. */
  compact?: boolean | undefined;
  labels?: Partial<SentimentMarkLabels> | undefined;
}

/** How a customer sounds, as a shape and a word: ▼ negative, ● neutral, ▲ positive. */
export const SentimentMark = forwardRef<HTMLSpanElement, SentimentMarkProps>(function SentimentMark(
  { label, score, confidence, compact = false, labels, className, ...rest },
  ref,
) {
  const text = { ...defaultSentimentMarkLabels, ...labels };
  const Shape = label === 'neutral' ? Circle : Triangle;
  return (
    <span
      title={text.title(text[label], score ?? null, confidence ?? null)}
      {...rest}
      ref={ref}
      className={clsx('aui-sentiment-mark', className)}
      data-slot="sentiment-mark"
      data-state={label}
      data-compact={compact || undefined}
    >
      <Shape aria-hidden="true" />
      <span data-slot={compact ? 'visually-hidden' : 'sentiment-mark-word'}>{text[label]}</span>
    </span>
  );
});

/** A score with its sign and one or two digits: `−0.6`. */
export function formatScore(score: number): string {
  const digits = String(Math.round(Math.abs(score) * 100) / 100);
  if (digits === '0') return digits;
  return `${score < 0 ? '−' : '+'}${digits}`;
}
