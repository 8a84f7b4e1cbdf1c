import type { SoakFindings } from '../judge-soak.ts';
import type { SoakSample } from '../soak-sample.ts';

/** Ten minutes in which nothing grows, unless the bot's memory is told to, in MB by minute. */
export function soakFindings(
  { botMb }: { botMb: (minute: number) => number } = { botMb: () => 150 },
): SoakFindings {
  const at = (minute: number): SoakSample => ({
    atMs: minute * 60_000,
    processes: {
      bot: { rssMb: botMb(minute), handles: 50 },
      web: { rssMb: 200, handles: 40 },
    },
    streams: 2,
    botCalls: 0,
    outboxEvents: 0,
    connections: { 'agent-web': 6, bot: 3 },
    livekitRooms: 0,
    rows: { calls: minute, call_events: 30 * minute },
    leftovers: { 'limits whose time is over': 0 },
  });
  const during = Array.from({ length: 61 }, (_, index) => at(index / 6));
  const lost = { turns: 0, gaps: 0, messages: 0, duplicates: 0 };
  return { minutes: 10, before: at(0), during, after: at(11), lost };
}
