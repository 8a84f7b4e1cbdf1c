import { type CallState, selectTurns, type Turn } from '@agent/calls';
import { defaultTranscriptLabels, segmentText } from '@agent/ui';
import type { ReplayLine } from '@agent/ui/replay';

/** What was said, written and missing in a call, a line for each, by its beginning. */
export function linesOf(call: CallState): ReplayLine[] {
  return selectTurns(call).flatMap((item): ReplayLine[] => {
    switch (item.kind) {
      case 'turn':
        return item.segments.map((segment) => ({
          id: segment.id,
          kind: 'said',
          speaker: segment.speaker,
          name: nameOf(item),
          startMs: segment.startMs,
          text: segmentText(segment),
          corrections: segment.state === 'final' ? segment.corrections : undefined,
          sentiment:
            segment.speaker === 'customer' ? call.assist.sentiment.get(segment.id) : undefined,
        }));
      case 'chat': {
        const { key: id, from: speaker, agentName: name, atMs: startMs, text } = item;
        return [{ id, kind: 'chat', speaker, name, startMs, text }];
      }
      case 'gap': {
        const { key: id, speaker, startMs, endMs, reason } = item;
        const text = defaultTranscriptLabels.gap('sound', endMs - startMs, reason);
        return [{ id, kind: 'note', speaker, startMs, text }];
      }
      case 'hold':
      case 'wait':
      case 'recording-pause': {
        const { key: id, startMs, endMs } = item;
        return [{ id, kind: 'note', startMs, text: stretchWords(item.kind, startMs, endMs) }];
      }
      case 'coach': {
        const { key: id, from, atMs: startMs, text } = item;
        const name = defaultTranscriptLabels.supervisor(from);
        return [{ id, kind: 'coach', speaker: 'supervisor', name, startMs, text }];
      }
      case 'supervision': {
        const { key: id, atMs: startMs } = item;
        return [{ id, kind: 'note', startMs, text: defaultTranscriptLabels.supervision(item) }];
      }
      default:
        return item satisfies never;
    }
  });
}

/** Who it was, where that is not who the side is called after. */
function nameOf({ agentName, supervisorName }: Turn): string | undefined {
  if (supervisorName === undefined) return agentName;
  return defaultTranscriptLabels.supervisor(supervisorName);
}

function stretchWords(
  kind: 'hold' | 'wait' | 'recording-pause',
  startMs: number,
  endMs: number | null,
): string {
  const { held, hold, waiting, waited, recordingPaused, recordingPause } = defaultTranscriptLabels;
  const [lasting, over] = {
    hold: [held, hold] as const,
    wait: [waiting, waited] as const,
    'recording-pause': [recordingPaused, recordingPause] as const,
  }[kind];
  return endMs === null ? lasting : over(endMs - startMs);
}
