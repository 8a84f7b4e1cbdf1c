'use client';
import { type Disposition, dispositions } from '@agent/protocol';
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

/** What an agent notes after a call; `disposition` is null until chosen. */
export interface WrapUpValue {
  disposition: Disposition | null;
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
 * Disposition and notes as typed (may be controlled), how saving them stands, and what finishing
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
  onFinish: (value: WrapUpValue & { disposition: Disposition }) => void;
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
  const missing = tried && draft.disposition === null;
  const over = draft.notes.length - maxNotesLength;
  const finish = () => {
    setTried(true);
    const { disposition } = draft;
    if (disposition === null) group.current?.querySelector('input')?.focus();
    else if (over <= 0 && !pending) onFinish({ ...draft, disposition });
  };
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
        {dispositions.map((disposition) => (
          <label
            key={disposition}
            data-slot="choice"
            className="aui-choice"
            data-state={draft.disposition === disposition ? 'checked' : 'unchecked'}
          >
            <input
              type="radio"
              name={id}
              value={disposition}
              checked={draft.disposition === disposition}
              onChange={() => setDraft({ ...draft, disposition })}
            />
            <span data-slot="choice-label">{text.dispositions[disposition]}</span>
          </label>
        ))}
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
