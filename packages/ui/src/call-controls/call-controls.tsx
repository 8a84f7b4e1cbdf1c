'use client';
import { clsx } from 'clsx';
import { Mic, MicOff, Pause, PhoneOff, Play } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useState } from 'react';
import { Button, type ButtonSize } from '../button/button.tsx';
import { ConfirmDialog } from '../dialog/confirm-dialog.tsx';
import type { KeyboardHintLabels } from '../keyboard-hint/keyboard-hint-labels.ts';
import { type PartClassNames, part } from '../react/part.ts';
import { useControllable } from '../react/use-controllable.ts';
import { type Shortcut, useShortcuts } from '../react/use-shortcuts.ts';

/** Strings of `CallControls`. */
export interface CallControlsLabels {
  name: string;
  mute: string;
  unmute: string;
  hold: string;
  resume: string;
  hangUp: string;
  confirmTitle: string;
  confirmDescription: string;
  confirm: string;
  cancel: string;
  close: string;
  keys: Partial<KeyboardHintLabels>;
}
/**
 * English words of the buttons and of the question before hanging up; `labels` replaces them one by
 * one.
 */
export const defaultCallControlsLabels: CallControlsLabels = {
  name: 'Call controls',
  mute: 'Mute',
  unmute: 'Unmute',
  hold: 'Hold',
  resume: 'Resume',
  hangUp: 'Hang up',
  confirmTitle: 'Hang up?',
  confirmDescription: 'The call ends for both of you.',
  confirm: 'Hang up',
  cancel: 'Stay on the call',
  close: 'Close',
  keys: {},
};

/** Keys of the call controls. */
export interface CallControlsShortcuts {
  mute: string;
  hold: string;
  hangUp: string;
}
/** Keys for mute, hold and hang-up, as `Shortcut.keys` writes them. */
export const defaultCallControlsShortcuts: CallControlsShortcuts = {
  mute: 'M',
  hold: 'H',
  hangUp: 'Shift+Mod+E',
};

/** Parts of `CallControls` that can be given a class. */
export type CallControlsPart = 'call-controls-start' | 'call-controls-levels';

/**
 * Whether the microphone is muted and the call on hold (each may be controlled), and what the
 * buttons do.
 */
export interface CallControlsProps extends ComponentPropsWithoutRef<'div'> {
  muted?: boolean | undefined;
  /** Default false. */
  defaultMuted?: boolean | undefined;
  onMutedChange: (muted: boolean) => void;
  /** The hold button is there only with `onHeldChange`. */
  held?: boolean | undefined;
  /** Default false. */
  defaultHeld?: boolean | undefined;
  onHeldChange?: ((held: boolean) => void) | undefined;
  onHangUp: () => void;
  /** Asks before hanging up. Default false. */
  confirmHangUp?: boolean | undefined;
  /** An action that is under way. */
  pending?: 'mute' | 'hold' | 'hang-up' | undefined;
  disabled?: boolean | undefined;
  /** Keys that work anywhere in the page and are shown on the buttons; `null` for none. */
  shortcuts?: CallControlsShortcuts | null | undefined;
  /** Size of the buttons. Default `md`; `lg` for thumbs. */
  size?: ButtonSize | undefined;
  /** Between the buttons: level meters. */
  children?: ReactNode;
  /** Classes for its parts, by slot. */
  classNames?: PartClassNames<CallControlsPart> | undefined;
  labels?: Partial<CallControlsLabels> | undefined;
}

/** Mute, hold and hang up, with their shortcuts. */
export const CallControls = forwardRef<HTMLDivElement, CallControlsProps>(function CallControls(
  {
    muted,
    defaultMuted = false,
    onMutedChange,
    held,
    defaultHeld = false,
    onHeldChange,
    onHangUp,
    confirmHangUp = false,
    pending,
    disabled,
    shortcuts = defaultCallControlsShortcuts,
    size = 'md',
    children,
    classNames,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultCallControlsLabels, ...labels };
  const [asking, setAsking] = useState(false);
  const [isMuted, setMuted] = useControllable({
    value: muted,
    defaultValue: defaultMuted,
    onChange: onMutedChange,
  });
  const [isHeld, setHeld] = useControllable({
    value: held,
    defaultValue: defaultHeld,
    onChange: onHeldChange,
  });
  const actions = {
    mute: () => setMuted(!isMuted),
    hold: () => setHeld(!isHeld),
    hangUp: () => (confirmHangUp ? setAsking(true) : onHangUp()),
  };
  useShortcuts(
    shortcuts
      ? callShortcuts(shortcuts, text, actions, { disabled, pending, canHold: !!onHeldChange })
      : [],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form.
    <div
      role="group"
      aria-label={text.name}
      {...rest}
      ref={ref}
      className={clsx('aui-call-controls', className)}
      data-slot="call-controls"
      data-state={isHeld ? 'held' : isMuted ? 'muted' : 'talking'}
    >
      <div {...part('call-controls-start', classNames)}>
        <Button
          size={size}
          data-active={isMuted || undefined}
          icon={isMuted ? <MicOff /> : <Mic />}
          shortcut={shortcuts?.mute}
          shortcutLabels={text.keys}
          pending={pending === 'mute'}
          disabled={disabled}
          onClick={actions.mute}
        >
          {isMuted ? text.unmute : text.mute}
        </Button>
        {onHeldChange ? (
          <Button
            size={size}
            data-active={isHeld || undefined}
            icon={isHeld ? <Play /> : <Pause />}
            shortcut={shortcuts?.hold}
            shortcutLabels={text.keys}
            pending={pending === 'hold'}
            disabled={disabled}
            onClick={actions.hold}
          >
            {isHeld ? text.resume : text.hold}
          </Button>
        ) : null}
      </div>
      {children ? <div {...part('call-controls-levels', classNames)}>{children}</div> : null}
      <Button
        size={size}
        variant="danger"
        icon={<PhoneOff />}
        shortcut={shortcuts?.hangUp}
        shortcutLabels={text.keys}
        pending={pending === 'hang-up'}
        disabled={disabled}
        onClick={actions.hangUp}
      >
        {text.hangUp}
      </Button>
      <ConfirmDialog
        open={asking}
        words={{
          title: text.confirmTitle,
          description: text.confirmDescription,
          confirm: text.confirm,
          cancel: text.cancel,
          close: text.close,
        }}
        onClose={() => setAsking(false)}
        onConfirm={onHangUp}
      />
    </div>
  );
});

function callShortcuts(
  keys: CallControlsShortcuts,
  text: CallControlsLabels,
  run: Record<keyof CallControlsShortcuts, () => void>,
  {
    disabled,
    pending,
    canHold,
  }: { disabled: boolean | undefined; pending: string | undefined; canHold: boolean },
): Shortcut[] {
  return [
    { keys: keys.mute, label: text.mute, run: run.mute, disabled: disabled || pending === 'mute' },
    {
      keys: keys.hold,
      label: text.hold,
      run: run.hold,
      disabled: disabled || pending === 'hold' || !canHold,
    },
    {
      keys: keys.hangUp,
      label: text.hangUp,
      run: run.hangUp,
      disabled: disabled || pending === 'hang-up',
    },
  ];
}
