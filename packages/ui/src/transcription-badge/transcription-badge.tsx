import type { TranscriptionStatus } from '@agent/protocol';
import { clsx } from 'clsx';
import { Ban, CaptionsIcon, CaptionsOff, Hourglass } from 'lucide-react';
import { forwardRef } from 'react';
import { Badge, type BadgeProps, type BadgeTone } from '../badge/badge.tsx';
import { formatSeconds } from '../format/clock.ts';

/** State of speech-to-text on a call; `declined` when the customer did not agree to it. */
export type TranscriptionBadgeStatus = TranscriptionStatus | 'declined';

/** Strings of a `TranscriptionBadge`; the delay is null where it is not known. */
export interface TranscriptionBadgeLabels {
  live: (delayMs: number | null) => string;
  delayed: (delayMs: number | null) => string;
  off: string;
  declined: string;
}
/** English words of the states of transcription; `labels` replaces them one by one. */
export const defaultTranscriptionBadgeLabels: TranscriptionBadgeLabels = {
  live: (delayMs) =>
    delayMs === null ? 'Transcription live' : `Transcription live · ${formatSeconds(delayMs)}`,
  delayed: (delayMs) =>
    delayMs === null ? 'Transcription late' : `Transcription ${formatSeconds(delayMs)} late`,
  off: 'Transcription off',
  declined: 'Not transcribed',
};

/** Whether speech becomes text, and by how many milliseconds it is late. */
export interface TranscriptionBadgeProps extends Omit<BadgeProps, 'tone' | 'icon' | 'children'> {
  status: TranscriptionBadgeStatus;
  /** How far the text is behind the speech. */
  delayMs?: number | undefined;
  labels?: Partial<TranscriptionBadgeLabels> | undefined;
}

/** Whether what is said becomes text, and how late. */
export const TranscriptionBadge = forwardRef<HTMLSpanElement, TranscriptionBadgeProps>(
  function TranscriptionBadge({ status, delayMs, labels, className, ...rest }, ref) {
    const text = { ...defaultTranscriptionBadgeLabels, ...labels };
    const { tone, Icon } = looks[status];
    const isOn = status === 'live' || status === 'delayed';
    const words = isOn ? text[status](delayMs || null) : text[status];
    return (
      <Badge
        {...rest}
        ref={ref}
        className={clsx('aui-transcription-badge', className)}
        data-slot="transcription-badge"
        data-state={status}
        tone={tone}
        icon={<Icon />}
      >
        {words}
      </Badge>
    );
  },
);

const looks: Record<TranscriptionBadgeStatus, { tone: BadgeTone; Icon: typeof Hourglass }> = {
  live: { tone: 'success', Icon: CaptionsIcon },
  delayed: { tone: 'warning', Icon: Hourglass },
  off: { tone: 'danger', Icon: CaptionsOff },
  declined: { tone: 'neutral', Icon: Ban },
};
