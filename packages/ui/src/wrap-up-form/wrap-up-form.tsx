'use client';
import { clsx } from 'clsx';
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react';
import { Button } from '../button/button.tsx';
import { type PartClassNames, part } from '../react/part.ts';
import { useControllable } from '../react/use-controllable.ts';
import { TextArea } from '../text-area/text-area.tsx';
import { FieldError } from '../text-field/field-error.tsx';
import { Timer } from '../timer/timer.tsx';
import { type SaveState, SaveStateText } from './save-state.tsx';
import { defaultWrapUpFormLabels, type WrapUpFormLabels } from './wrap-up-form-labels.ts';

/** How a call may have turned out. */
export interface WrapUpOutcome {
  id: string;
  label: string;
}

/** What an agent notes after a call; `disposition` is the id of an outcome, null until chosen. */
export interface WrapUpValue {
  disposition: string | null;
  notes: string;
}

const emptyValue: WrapUpValue = { disposition: null, notes: '' };

/** Parts of a `WrapUpForm` that can be given a class. */
export type WrapUpFormPart =
  | 'wrap-up-form-head'
  | 'choice-group'
  | 'save-state'
  | 'wrap-up-form-foot';

/**
 * Outcome and notes as typed (may be controlled), how saving them stands, and what finishing
 * does.
 */
export interface WrapUpFormProps
  extends Omit<ComponentPropsWithoutRef<'form'>, 'onSubmit' | 'defaultValue' | 'onChange'> {
  /** Stands between the outcome and the notes. */
  children?: ReactNode;
  value?: WrapUpValue | undefined;
  defaultValue?: WrapUpValue | undefined;
  /** Called with every change, to save as typed. */
  onValueChange?: ((value: WrapUpValue) => void) | undefined;
  /** To choose from; a value that is not among them counts as not chosen. */
  outcomes: readonly WrapUpOutcome[];
  /** Default true: without an outcome `onFinish` is not called. */
  outcomeRequired?: boolean | undefined;
  onFinish: (value: WrapUpValue) => void;
  /** When the call ended; shows how long the wrap-up takes. */
  sinceMs?: number | undefined;
  nowMs?: number | undefined;
  /** Language of the timer's start on hover. Default: the browser's. */
  locale?: string | undefined;
  saveState?: SaveState | undefined;
  pending?: boolean | undefined;
  /** What went wrong when finishing. */
  error?: ReactNode;
  /** Default 10 000. */
  maxNotesLength?: number | undefined;
  /** Classes for its parts, by slot. */
  classNames?: PartClassNames<WrapUpFormPart> | undefined;
  labels?: Partial<WrapUpFormLabels> | undefined;
}

/** How the call turned out, with notes, while the wrap-up time runs. */
export const WrapUpForm = forwardRef<HTMLFormElement, WrapUpFormProps>(function WrapUpForm(
  {
    value,
    defaultValue = emptyValue,
    onValueChange,
    outcomes,
    outcomeRequired = true,
    onFinish,
    sinceMs,
    nowMs,
    locale,
    saveState,
    pending,
    error,
    maxNotesLength = 10_000,
    classNames,
    labels,
    className,
    children,
    ...rest
  },
  ref,
) {
  const text = { ...defaultWrapUpFormLabels, ...labels };
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const [draft, setDraft] = useControllable({ value, defaultValue, onChange: onValueChange });
  const [tried, setTried] = useState(false);
  const disposition = outcomes.find(({ id: one }) => one === draft.disposition)?.id ?? null;
  const lacksOutcome = outcomeRequired && disposition === null;
  const missing = tried && lacksOutcome;
  const over = draft.notes.length - maxNotesLength;
  const finish = () => {
    setTried(true);
    if (lacksOutcome) group.current?.querySelector('input')?.focus();
    else if (over <= 0 && !pending) onFinish({ ...draft, disposition });
  };
  const choice = (chosen: string | null, label: string) => (
    <label
      key={chosen ?? ''}
      data-slot="choice"
      className="aui-choice"
      data-state={disposition === chosen ? 'checked' : 'unchecked'}
    >
      <input
        type="radio"
        name={id}
        value={chosen ?? ''}
        checked={disposition === chosen}
        onChange={() => setDraft({ ...draft, disposition: chosen })}
      />
      <span data-slot="choice-label">{label}</span>
    </label>
  );
  return (
    <form
      aria-label={text.title}
      noValidate
      {...rest}
      ref={ref}
      className={clsx('aui-wrap-up-form', className)}
      data-slot="wrap-up-form"
      data-state={pending ? 'pending' : 'open'}
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <header {...part('wrap-up-form-head', classNames)}>
        <h2>{text.title}</h2>
        {sinceMs === undefined ? null : (
          <Timer
            sinceMs={sinceMs}
            nowMs={nowMs}
            locale={locale}
            labels={{ elapsed: text.elapsed }}
            aria-label={text.timer}
          />
        )}
      </header>
      <fieldset
        ref={group}
        {...part('choice-group', classNames)}
        aria-describedby={missing ? `${id}-missing` : undefined}
      >
        <legend data-slot="field-label" className="aui-field-label">
          {text.disposition}
        </legend>
        {outcomes.map((outcome) => choice(outcome.id, outcome.label))}
        {outcomeRequired ? null : choice(null, text.noOutcome)}
        {missing ? (
          <FieldError id={`${id}-missing`} role="alert">
            {text.missing}
          </FieldError>
        ) : null}
      </fieldset>
      {children}
      <TextArea
        label={text.notes}
        rows={5}
        value={draft.notes}
        error={over > 0 ? text.tooLong(over) : null}
        onChange={(event) => setDraft({ ...draft, notes: event.target.value })}
      />
      {error ? <FieldError role="alert">{error}</FieldError> : null}
      <footer {...part('wrap-up-form-foot', classNames)}>
        <SaveStateText
          state={saveState}
          labels={text.save}
          className={classNames?.['save-state']}
        />
        <Button type="submit" variant="primary" pending={pending}>
          {text.finish}
        </Button>
      </footer>
    </form>
  );
});
