import '../src/styles/index.css';
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import { Transcript, type TranscriptItem, type TranscriptSentiments } from '../src/index.ts';
import { timeUntilShown } from './frames.ts';
import { interimTurn, isCustomers, lineOf, sentimentOf, sentimentsOf } from './lines.ts';
import type { TranscriptPage } from './page-api.ts';
import { scrollFrames } from './scroll-frames.ts';
import { transcriptLog } from './transcript-log.ts';

interface Conversation {
  lines: readonly TranscriptItem[];
  interimStep: number | null;
  sentiments: TranscriptSentiments;
}
type Change = (update: (before: Conversation) => Conversation) => void;

const firstLines = 10_000;
const answeredAtMs = Date.parse('2026-11-23T10:00:00Z');

/** A desk that shows nothing but a very long transcript, and gives the commands to the window. */
function Page() {
  const [conversation, setConversation] = React.useState(longConversation);
  const { lines, interimStep, sentiments } = conversation;
  const latest = React.useRef(conversation);
  latest.current = conversation;
  React.useEffect(() => {
    window.transcriptPage = commands(setConversation, () => latest.current);
  }, []);
  const items = interimStep === null ? lines : [...lines, interimTurn(interimStep)];
  return (
    <Transcript
      items={items}
      sentiments={sentiments}
      answeredAtMs={answeredAtMs}
      style={{ blockSize: '100vh' }}
    />
  );
}

function commands(change: Change, latest: () => Conversation): TranscriptPage {
  const { log, rowCount, endsWith } = transcriptLog();
  const showsStep = (step: number) => log.textContent?.includes(`(${step})`) ?? false;
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    // React leaves `act` out of its production build.
    isProductionBuild: !('act' in React),
    lineCount: () => latest().lines.length,
    rowCount,
    contentPx: () => log.scrollHeight,
    append: (times) =>
      repeat(times, () => {
        const count = latest().lines.length + (latest().interimStep === null ? 1 : 2);
        return timeUntilShown(
          () => change(withOneMore),
          () => endsWith(count - 1),
        );
      }),
    changeInterim: (times) =>
      repeat(times, () => {
        const step = (latest().interimStep ?? 0) + 1;
        return timeUntilShown(
          () => change(withNextInterim),
          () => showsStep(step),
        );
      }),
    setInterimsPerSecond(count) {
      clearInterval(timer);
      if (count > 0) timer = setInterval(() => change(withNextInterim), 1000 / count);
      else change((before) => ({ ...before, interimStep: null }));
    },
    scroll: scrollFrames,
  };
}

function longConversation(): Conversation {
  const lines = Array.from({ length: firstLines }, (_, index) => lineOf(index));
  return { lines, interimStep: null, sentiments: sentimentsOf(firstLines) };
}

function withOneMore({ lines, sentiments, ...others }: Conversation): Conversation {
  const index = lines.length;
  const marked = isCustomers(index)
    ? new Map(sentiments).set(`segment-${index}`, sentimentOf(index))
    : sentiments;
  return { ...others, lines: [...lines, lineOf(index)], sentiments: marked };
}

function withNextInterim(before: Conversation): Conversation {
  return { ...before, interimStep: (before.interimStep ?? 0) + 1 };
}

async function repeat(times: number, once: () => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  while (all.length < times) all.push(await once());
  return all;
}

createRoot(document.getElementById('root') as HTMLElement).render(<Page />);
