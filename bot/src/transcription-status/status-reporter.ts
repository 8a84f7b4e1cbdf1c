import type { TranscriptionStatus } from '@agent/protocol';
import { type TranscriptionHealth, transcriptionStatus } from './transcription-status.ts';

export interface StatusReporterOptions {
  /** Another bot may have told of trouble before, so the first word is told whatever it is. */
  isTakenOver: boolean;
  health: () => TranscriptionHealth;
  onChange: (status: TranscriptionStatus, delayMs: number) => void;
  /** Told once a second while text is late. */
  onLag: (delayMs: number) => void;
}

const CHECK_EVERY_MS = 500;
const LAG_EVERY_CHECKS = 2;

/** Watches a call's speech-to-text until the returned function is called. */
export function reportStatus(options: StatusReporterOptions): () => void {
  const { isTakenOver, health, onChange, onLag } = options;
  let told: TranscriptionStatus | undefined = isTakenOver ? undefined : 'live';
  let checks = 0;

  const timer = setInterval(() => {
    const now = health();
    const next = transcriptionStatus(told ?? 'live', now);
    checks += 1;
    if (next !== told) onChange(next, now.delayMs);
    if (next === 'delayed' && checks % LAG_EVERY_CHECKS === 0) onLag(now.delayMs);
    told = next;
  }, CHECK_EVERY_MS);
  return () => clearInterval(timer);
}
