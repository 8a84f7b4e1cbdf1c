'use client';
import { clsx } from 'clsx';
import { AArrowDown, AArrowUp, CaptionsIcon, CaptionsOff } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { Button } from '../button/button.tsx';
import { IconButton } from '../icon-button/icon-button.tsx';
import { type PartClassNames, part } from '../react/part.ts';
import { useControllable } from '../react/use-controllable.ts';
import { speakerName } from '../transcript/speaker-name.ts';
import type { TranscriptItem, TranscriptTurn } from '../transcript/transcript-item.ts';
import { defaultSpeakerNames, type SpeakerNames } from '../transcript/transcript-labels.ts';

/** Text sizes of captions, in pixels at normal zoom. */
export const captionSizesPx = [18, 20, 24, 30] as const;

/** Strings of `Captions`. */
export interface CaptionsLabels {
  name: string;
  turnOff: string;
  turnOn: string;
  larger: string;
  smaller: string;
  empty: string;
  off: string;
  /** A supervisor who can be heard, by name. */
  supervisor: (name: string) => string;
}
/** English words of the captions and their switches; `labels` replaces them one by one. */
export const defaultCaptionsLabels: CaptionsLabels = {
  name: 'Captions',
  turnOff: 'Turn captions off',
  turnOn: 'Turn captions on',
  larger: 'Larger text',
  smaller: 'Smaller text',
  empty: 'What you both say appears here.',
  off: 'Captions are off.',
  supervisor: (name) => `${name} (supervisor)`,
};

/** Parts of `Captions` that can be given a class. */
export type CaptionsPart = 'captions-box' | 'captions-turn' | 'captions-name' | 'captions-tools';

/** The transcript to caption, and whether and how large it is shown (each may be controlled). */
export interface CaptionsProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** The same items as a transcript's; only turns are shown. */
  items: readonly TranscriptItem[];
  names?: Partial<SpeakerNames> | undefined;
  /** How many of the last turns are shown. Default 2. */
  maxTurns?: number | undefined;
  visible?: boolean | undefined;
  defaultVisible?: boolean | undefined;
  onVisibleChange?: ((visible: boolean) => void) | undefined;
  /** Index into `captionSizesPx`. */
  size?: number | undefined;
  /** Default 1 (20 px). */
  defaultSize?: number | undefined;
  onSizeChange?: ((size: number) => void) | undefined;
  /** Classes for its parts, by slot. */
  classNames?: PartClassNames<CaptionsPart> | undefined;
  labels?: Partial<CaptionsLabels> | undefined;
}

/** The last words of both sides in large type, with size and on/off in the reader's hands. */
export const Captions = forwardRef<HTMLElement, CaptionsProps>(function Captions(
  {
    items,
    names,
    maxTurns = 2,
    visible,
    defaultVisible = true,
    onVisibleChange,
    size,
    defaultSize = 1,
    onSizeChange,
    classNames,
    labels,
    className,
    style,
    ...rest
  },
  ref,
) {
  const text = { ...defaultCaptionsLabels, ...labels };
  const speakers = { ...defaultSpeakerNames, ...names };
  const [shown, setShown] = useControllable({
    value: visible,
    defaultValue: defaultVisible,
    onChange: onVisibleChange,
  });
  const [step, setStep] = useControllable({
    value: size,
    defaultValue: defaultSize,
    onChange: onSizeChange,
  });
  const turns = items
    .filter((item): item is TranscriptTurn => item.kind === 'turn')
    .slice(-maxTurns);
  return (
    <section
      aria-label={text.name}
      {...rest}
      ref={ref}
      className={clsx('aui-captions', className)}
      data-slot="captions"
      data-state={shown ? (turns.length > 0 ? 'live' : 'empty') : 'off'}
      style={{ '--aui-caption-size': `${captionSizesPx[step] ?? 20}px`, ...style } as typeof style}
    >
      <div {...part('captions-box', classNames)}>
        <div data-slot="captions-text">
          {shown &&
            turns.map((turn) => (
              <CaptionTurn
                key={turn.key}
                turn={turn}
                name={speakerName(turn, speakers, text)}
                classNames={classNames}
              />
            ))}
          {shown && turns.length > 0 ? null : (
            <p data-slot="captions-empty">{shown ? text.empty : text.off}</p>
          )}
        </div>
      </div>
      <div {...part('captions-tools', classNames)}>
        <IconButton
          label={text.smaller}
          icon={<AArrowDown />}
          disabled={!shown || step <= 0}
          onClick={() => setStep(Math.max(0, step - 1))}
        />
        <IconButton
          label={text.larger}
          icon={<AArrowUp />}
          disabled={!shown || step >= captionSizesPx.length - 1}
          onClick={() => setStep(Math.min(captionSizesPx.length - 1, step + 1))}
        />
        <Button
          variant="ghost"
          icon={shown ? <CaptionsOff /> : <CaptionsIcon />}
          onClick={() => setShown(!shown)}
        >
          {shown ? text.turnOff : text.turnOn}
        </Button>
      </div>
    </section>
  );
});

function CaptionTurn({
  turn,
  name,
  classNames,
}: {
  turn: TranscriptTurn;
  name: string;
  classNames: CaptionsProps['classNames'];
}) {
  return (
    <div {...part('captions-turn', classNames)} data-speaker={turn.speaker}>
      <span {...part('captions-name', classNames)}>{name}</span>
      <p dir="auto">
        {turn.segments.map(({ id, text, state }) => (
          <span key={id} data-slot="transcript-segment" data-segment-id={id} data-state={state}>
            {typeof text === 'string' ? text : text.stable}
            {typeof text === 'string' ? null : (
              <span data-slot="transcript-tail">{text.tail}</span>
            )}{' '}
          </span>
        ))}
      </p>
    </div>
  );
}
