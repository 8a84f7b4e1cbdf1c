import { memo } from 'react';
import { Announcement } from '../react/announcement.tsx';
import { type Announced, useAnnouncements } from './use-announcements.ts';

/**
 * Polite live region beside the log, where rows also come and go as they scroll. Of its own, so that
 * its words, which come after the row, render no row again.
 */
export const TranscriptAnnouncements = memo(function TranscriptAnnouncements(props: Announced) {
  return <Announcement words={useAnnouncements(props)} />;
});
