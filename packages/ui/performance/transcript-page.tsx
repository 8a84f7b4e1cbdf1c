import '../src/styles/index.css';
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import { Transcript, type TranscriptItem, type TranscriptSentiments } from '../src/index.ts';
import { timeUntilShown } from './frames.ts';
import { interimTurn, isCustomers, lineOf, sentimentOf, sentimentsOf } from './lines.ts';
import { firstOnScreen } from './on-screen.ts';
import type { Latency, TranscriptPage } from './page-api.ts';
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
  const { log, rowCount } = transcriptLog();
  const showsStep = (step: number) => log.textContent?.includes(`(${step})`) ?? false;
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    // React leaves `act` out of its production build.
    isProductionBuild: !('act' in React),
    lineCount: () => latest().lines.length,
    rowCount,
    contentPx: () => log.scrollHeight,
    append: (times) => repeat(times, () => appendOne(change, latest)),
    changeInterim: (times) =>
      repeat(times, () => {
        const step = (latest().interimStep ?? 0) + 1;
        return timeUntilShown(
          log,
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

async function appendOne(change: Change, latest: () => Conversation): Promise<Latency> {
  const { log, endsWith, textsOf } = transcriptLog();
  const index = latest().lines.length;
  const lastIndex = () => (latest().interimStep === null ? index : index + 1);
  let startedAtMs = Number.NaN;
  const start = () => {
    startedAtMs = performance.now();
    change(withOneMore);
  };
  const onScreen = firstOnScreen(log, `line-${index}`, () => textsOf(`segment-${index}`));
  const paintedMs = await timeUntilShown(log, start, () => endsWith(lastIndex()));
  return { paintedMs, onScreenMs: Math.max(paintedMs, (await onScreen) - startedAtMs) };
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

async function repeat<T>(times: number, once: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  while (all.length < times) all.push(await once());
  return all;
}

createRoot(document.getElementById('root') as HTMLElement).render(<Page />);
