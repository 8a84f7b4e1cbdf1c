import { clsx } from 'clsx';
import { HeartHandshake, X } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { IconButton } from '../icon-button/icon-button.tsx';
import { formatScore } from '../sentiment-mark/sentiment-mark.tsx';

/** Strings of a `SentimentAlert`. */
export interface SentimentAlertLabels {
  /** `name` is the customer's, or undefined; `score` is −1…1. */
  title: (name: string | undefined, score: number) => string;
  /** The score in words. */
  score: (score: number) => string;
  dismiss: string;
}
/** English words of the alert; `labels` replaces them one by one. */
export const defaultSentimentAlertLabels: SentimentAlertLabels = {
  title: (name, score) => `${name ?? 'The customer'} sounds ${sentimentWord(score)}`,
  score: (score) => `Score ${formatScore(score)} of −1 to 1`,
  dismiss: 'Dismiss',
};

/** A calm sentence for the agent, and the score (−1…1) that caused it. */
export interface SentimentAlertProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'title'> {
  /** A calm sentence about what helps. */
  advice: string;
  /** −1…1. */
  score: number;
  /** Whom it is about, as the agent calls them. */
  customerName?: string | undefined;
  onDismiss?: (() => void) | undefined;
  labels?: Partial<SentimentAlertLabels> | undefined;
}

/** Tells the agent that the customer is upset, and what helps. Said politely, never in red. */
export const SentimentAlert = forwardRef<HTMLDivElement, SentimentAlertProps>(
  function SentimentAlert(
    { advice, score, customerName, onDismiss, labels, className, ...rest },
    ref,
  ) {
    const text = { ...defaultSentimentAlertLabels, ...labels };
    return (
      <div
        role="status"
        {...rest}
        ref={ref}
        className={clsx('aui-sentiment-alert', className)}
        data-slot="sentiment-alert"
        data-state={sentimentWord(score).replace(' ', '-')}
      >
        <HeartHandshake data-slot="sentiment-alert-icon" aria-hidden="true" />
        <div data-slot="sentiment-alert-text">
          <strong title={text.score(score)}>{text.title(customerName, score)}</strong>
          <p dir="auto">{advice}</p>
        </div>
        {onDismiss ? (
          <IconButton size="sm" label={text.dismiss} icon={<X />} onClick={onDismiss} />
        ) : null}
      </div>
    );
  },
);

/** Below this somebody is called very upset. */
const VERY_UPSET = -0.75;

function sentimentWord(score: number): 'very upset' | 'upset' {
  return score < VERY_UPSET ? 'very upset' : 'upset';
}
