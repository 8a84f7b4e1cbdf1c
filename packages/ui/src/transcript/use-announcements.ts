import { useEffect, useRef } from 'react';
import { type AnnouncedWords, useAnnouncement } from '../react/announcement.tsx';
import { speakerName } from './speaker-name.ts';
import { segmentText, type TranscriptItem } from './transcript-item.ts';
import type { SpeakerNames, TranscriptLabels } from './transcript-labels.ts';

/** How many of the last rows are looked at for new finals; older ones no longer change. */
const LOOK_BACK = 20;

/** What is announced, and in which words. */
export interface Announced {
  items: readonly TranscriptItem[];
  names: SpeakerNames;
  labels: TranscriptLabels;
}

/** Words for a polite live region: what became final (or was written in chat) since the last render. */
export function useAnnouncements({ items, names, labels }: Announced): AnnouncedWords {
  const known = useRef<Set<string> | null>(null);
  const [words, announce] = useAnnouncement();
  useEffect(() => {
    const recent = finals(items.slice(-LOOK_BACK), names, labels);
    if (known.current === null) {
      known.current = new Set(recent.map((entry) => entry.id));
      return;
    }
    const fresh = recent.filter((entry) => !known.current?.has(entry.id));
    if (fresh.length === 0) return;
    for (const entry of fresh) known.current.add(entry.id);
    announce(fresh.map((entry) => labels.announcement(entry.name, entry.text)).join(' '));
  }, [items, names, labels, announce]);
  return words;
}

function finals(items: readonly TranscriptItem[], names: SpeakerNames, labels: TranscriptLabels) {
  return items.flatMap((item) => {
    if (item.kind === 'chat') {
      return [{ id: item.key, name: item.agentName ?? names[item.from], text: item.text }];
    }
    if (item.kind !== 'turn') return [];
    const name = speakerName(item, names, labels);
    return item.segments
      .filter((segment) => segment.state === 'final')
      .map((segment) => ({ id: segment.id, name, text: segmentText(segment) }));
  });
}
