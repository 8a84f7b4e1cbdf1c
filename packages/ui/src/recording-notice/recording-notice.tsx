'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react';
import { useControllable } from '../react/use-controllable.ts';
import { FieldError } from '../text-field/field-error.tsx';

/** What the customer decided about transcription. */
export type Consent = 'accepted' | 'declined';

/** Strings of a `RecordingNotice`. */
export interface RecordingNoticeLabels {
  title: string;
  body: string;
  accept: string;
  acceptHint: string;
  decline: string;
  declineHint: string;
}
/** English words of the notice and of both answers; `labels` replaces them one by one. */
export const defaultRecordingNoticeLabels: RecordingNoticeLabels = {
  title: 'May we turn this call into text?',
  body: 'A program writes down what you and the agent say. You both read it during the call, and it is kept with your request so that nobody has to ask you twice. The sound itself is not recorded.',
  accept: 'Yes, write it down',
  acceptHint: 'You get captions of the call.',
  decline: 'No, only talk',
  declineHint: 'Nothing you say is stored. Chat messages still are.',
};

/** What the customer has chosen (may be controlled): nothing is chosen for it. */
export interface RecordingNoticeProps
  extends Omit<ComponentPropsWithoutRef<'fieldset'>, 'defaultValue' | 'onChange'> {
  value?: Consent | null | undefined;
  /** Default null: nothing is chosen for the customer. */
  defaultValue?: Consent | null | undefined;
  onValueChange?: ((consent: Consent) => void) | undefined;
  error?: ReactNode;
  labels?: Partial<RecordingNoticeLabels> | undefined;
}

/** Says plainly what is written down and why, and asks for an explicit choice. */
export const RecordingNotice = forwardRef<HTMLFieldSetElement, RecordingNoticeProps>(
  function RecordingNotice(
    { value, defaultValue = null, onValueChange, error, labels, className, children, ...rest },
    ref,
  ) {
    const text = { ...defaultRecordingNoticeLabels, ...labels };
    const id = useId();
    const [chosen, choose] = useControllable<Consent | null>({
      value,
      defaultValue,
      onChange: (next) => next && onValueChange?.(next),
    });
    const choice = (consent: Consent, label: string, hint: string) => (
      <label
        data-slot="choice"
        className="aui-choice"
        data-state={chosen === consent ? 'checked' : 'unchecked'}
      >
        <input
          type="radio"
          name={id}
          value={consent}
          checked={chosen === consent}
          onChange={() => choose(consent)}
          aria-labelledby={`${id}-label-${consent}`}
          aria-describedby={error ? `${id}-hint-${consent} ${id}-error` : `${id}-hint-${consent}`}
        />
        <span data-slot="choice-label" id={`${id}-label-${consent}`}>
          {label}
        </span>
        <span data-slot="choice-hint" id={`${id}-hint-${consent}`}>
          {hint}
        </span>
      </label>
    );
    return (
      <fieldset
        {...rest}
        ref={ref}
        className={clsx('aui-recording-notice', className)}
        data-slot="recording-notice"
        data-state={chosen ?? 'undecided'}
      >
        <legend data-slot="recording-notice-title">{text.title}</legend>
        <p data-slot="recording-notice-body">{text.body}</p>
        {children}
        {choice('accepted', text.accept, text.acceptHint)}
        {choice('declined', text.decline, text.declineHint)}
        {error ? (
          <FieldError id={`${id}-error`} role="alert">
            {error}
          </FieldError>
        ) : null}
      </fieldset>
    );
  },
);
