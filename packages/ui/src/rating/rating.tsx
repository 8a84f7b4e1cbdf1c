'use client';
import { clsx } from 'clsx';
import { CircleCheck } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId, useState } from 'react';
import { Button } from '../button/button.tsx';
import { useControllable } from '../react/use-controllable.ts';
import { TextArea } from '../text-area/text-area.tsx';
import { FieldError } from '../text-field/field-error.tsx';

/** A score from 1 (worst) to 5 (best). */
export type Score = 1 | 2 | 3 | 4 | 5;
const scores: readonly Score[] = [1, 2, 3, 4, 5];

/** Strings of a `Rating`. */
export interface RatingLabels {
  question: string;
  scores: Record<Score, string>;
  comment: string;
  commentHint: string;
  send: string;
  thanks: string;
}
/** English words of the question after a call; `labels` replaces them one by one. */
export const defaultRatingLabels: RatingLabels = {
  question: 'How was the help you got?',
  scores: { 1: 'Very poor', 2: 'Poor', 3: 'Fair', 4: 'Good', 5: 'Very good' },
  comment: 'Anything to add?',
  commentHint: 'Optional',
  send: 'Send',
  thanks: 'Thank you. We have your rating.',
};

/** The score that is chosen (may be controlled), and where score and comment go. */
export interface RatingProps
  extends Omit<ComponentPropsWithoutRef<'form'>, 'onSubmit' | 'defaultValue' | 'onChange'> {
  value?: Score | null | undefined;
  defaultValue?: Score | null | undefined;
  onValueChange?: ((score: Score) => void) | undefined;
  onSubmit: (rating: { score: Score; comment: string }) => void;
  pending?: boolean | undefined;
  /** The rating was sent: only thanks are left. */
  submitted?: boolean | undefined;
  error?: ReactNode;
  labels?: Partial<RatingLabels> | undefined;
}

/** One question answered by one of five words; a comment is asked for only after that. */
export const Rating = forwardRef<HTMLFormElement, RatingProps>(function Rating(
  {
    value,
    defaultValue = null,
    onValueChange,
    onSubmit,
    pending,
    submitted,
    error,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultRatingLabels, ...labels };
  const id = useId();
  const [comment, setComment] = useState('');
  const [score, setScore] = useControllable<Score | null>({
    value,
    defaultValue,
    onChange: (next) => next && onValueChange?.(next),
  });
  return (
    <form
      {...rest}
      ref={ref}
      className={clsx('aui-rating', className)}
      data-slot="rating"
      data-state={submitted ? 'submitted' : score ? 'scored' : 'open'}
      onSubmit={(event) => {
        event.preventDefault();
        if (score && !pending) onSubmit({ score, comment: comment.trim() });
      }}
    >
      {submitted ? (
        <p role="status" data-slot="rating-thanks">
          <CircleCheck aria-hidden="true" /> {text.thanks}
        </p>
      ) : (
        <>
          <fieldset data-slot="rating-scores">
            <legend data-slot="rating-question">{text.question}</legend>
            {scores.map((option) => (
              <label
                key={option}
                data-slot="rating-score"
                data-state={score === option ? 'checked' : 'unchecked'}
              >
                <input
                  type="radio"
                  name={id}
                  value={option}
                  checked={score === option}
                  onChange={() => setScore(option)}
                />
                <span data-slot="rating-number">{option}</span>{' '}
                <span data-slot="rating-word">{text.scores[option]}</span>
              </label>
            ))}
          </fieldset>
          {score ? (
            <>
              <TextArea
                label={text.comment}
                hint={text.commentHint}
                rows={3}
                maxLength={2000}
                value={comment}
                onChange={(event) => setComment(event.target.value)}
              />
              {error ? <FieldError role="alert">{error}</FieldError> : null}
              <Button type="submit" size="lg" variant="primary" pending={pending}>
                {text.send}
              </Button>
            </>
          ) : null}
        </>
      )}
    </form>
  );
});
