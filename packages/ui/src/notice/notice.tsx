import { clsx } from 'clsx';
import { CircleCheck, CircleX, Info, TriangleAlert, X } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import { IconButton } from '../icon-button/icon-button.tsx';

/** What a notice is about. */
export type NoticeTone = 'info' | 'success' | 'warning' | 'error';

/** Strings of a `Notice`: the word beside each icon, and the dismiss button. */
export interface NoticeLabels extends Record<NoticeTone, string> {
  dismiss: string;
}
/** English words of what can be done with a notice; `labels` replaces them one by one. */
export const defaultNoticeLabels: NoticeLabels = {
  info: 'Note',
  success: 'Done',
  warning: 'Attention',
  error: 'Problem',
  dismiss: 'Dismiss',
};

/** Tone and title; the children say what happened. `onDismiss` makes it closable. */
export interface NoticeProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** Default `info`. */
  tone?: NoticeTone | undefined;
  /** What happened, in a few words. Without it the tone's own word stands there. */
  title?: ReactNode;
  /** What to do about it: a button. */
  action?: ReactNode;
  onDismiss?: (() => void) | undefined;
  labels?: Partial<NoticeLabels> | undefined;
}

/** A message in the page with icon, word and, where there is one, the way out. */
export const Notice = forwardRef<HTMLDivElement, NoticeProps>(function Notice(
  { tone = 'info', title, action, onDismiss, labels, className, children, ...rest },
  ref,
) {
  const text = { ...defaultNoticeLabels, ...labels };
  const Icon = icons[tone];
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      {...rest}
      ref={ref}
      className={clsx('aui-notice', className)}
      data-slot="notice"
      data-state={tone}
    >
      <Icon data-slot="notice-icon" aria-hidden="true" />
      <div data-slot="notice-text">
        <strong data-slot="notice-title">{title ?? text[tone]}</strong>
        {children ? <div data-slot="notice-body">{children}</div> : null}
        {action ? <div data-slot="notice-action">{action}</div> : null}
      </div>
      {onDismiss ? (
        <IconButton size="sm" label={text.dismiss} icon={<X />} onClick={onDismiss} />
      ) : null}
    </div>
  );
});

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleX };
