'use client';
import { clsx } from 'clsx';
import { SendHorizontal } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, type KeyboardEvent, useId } from 'react';
import { IconButton } from '../icon-button/icon-button.tsx';
import { isComposing } from '../react/is-composing.ts';
import { useControllable } from '../react/use-controllable.ts';
import { FieldError } from '../text-field/field-error.tsx';

/** Strings of a `ChatComposer`. */
export interface ChatComposerLabels {
  field: string;
  placeholder: string;
  send: string;
  tooLong: (over: number) => string;
}
/** English words of the box to write in; `labels` replaces them one by one. */
export const defaultChatComposerLabels: ChatComposerLabels = {
  field: 'Message',
  placeholder: 'Write a message',
  send: 'Send message',
  tooLong: (over) => `${over.toLocaleString('en')} characters too long.`,
};

/** Where a written message goes; the text being written may be controlled. */
export interface ChatComposerProps
  extends Omit<ComponentPropsWithoutRef<'form'>, 'onSubmit' | 'defaultValue' | 'onChange'> {
  onSend: (text: string) => void;
  value?: string | undefined;
  defaultValue?: string | undefined;
  onValueChange?: ((text: string) => void) | undefined;
  disabled?: boolean | undefined;
  /** Default 2000. */
  maxLength?: number | undefined;
  labels?: Partial<ChatComposerLabels> | undefined;
}

/** The box to write in: Enter sends, Shift+Enter starts a line. */
export const ChatComposer = forwardRef<HTMLFormElement, ChatComposerProps>(function ChatComposer(
  {
    onSend,
    value,
    defaultValue = '',
    onValueChange,
    disabled,
    maxLength = 2000,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultChatComposerLabels, ...labels };
  const [draft, setDraft] = useControllable({ value, defaultValue, onChange: onValueChange });
  const errorId = useId();
  const over = draft.length - maxLength;
  const canSend = !disabled && over <= 0 && draft.trim() !== '';
  const send = () => {
    if (!canSend) return;
    onSend(draft.trim());
    setDraft('');
  };
  return (
    <form
      {...rest}
      ref={ref}
      className={clsx('aui-chat-composer', className)}
      data-slot="chat-composer"
      data-state={disabled ? 'disabled' : over > 0 ? 'invalid' : 'ready'}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        data-slot="input"
        className="aui-input"
        rows={1}
        aria-label={text.field}
        placeholder={text.placeholder}
        value={draft}
        disabled={disabled}
        aria-invalid={over > 0 || undefined}
        aria-describedby={over > 0 ? errorId : undefined}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => sendOnEnter(event, send)}
      />
      <IconButton
        type="submit"
        variant="primary"
        label={text.send}
        icon={<SendHorizontal />}
        disabled={!canSend}
      />
      {over > 0 ? (
        <FieldError id={errorId} role="alert">
          {text.tooLong(over)}
        </FieldError>
      ) : null}
    </form>
  );
});

function sendOnEnter(event: KeyboardEvent, send: () => void) {
  if (event.key !== 'Enter' || event.shiftKey || isComposing(event.nativeEvent)) return;
  event.preventDefault();
  send();
}
