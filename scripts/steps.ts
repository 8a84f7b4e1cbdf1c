import { Listr } from 'listr2';

/** One named step; `report` shows what is going on while it runs. */
export interface Step {
  title: string;
  run: (report: (line: string) => void) => Promise<string | undefined>;
}

/** How progress is shown: as a live list (plain lines when there is no terminal), or not at all. */
export type Progress = 'shown' | 'silent';

/** Runs steps one after another; the first that throws ends it. A returned text joins the title. */
export async function runSteps(steps: readonly Step[], progress: Progress): Promise<void> {
  const list = new Listr(
    steps.map(({ title, run }) => ({
      title,
      task: async (_context: unknown, task: { title?: string; output?: string }) => {
        const startedAtMs = performance.now();
        const result = await run((line) => {
          task.output = line.trim();
        });
        task.title = `${title}${result === undefined ? '' : `: ${result}`} (${seconds(startedAtMs)})`;
      },
    })),
    {
      // Whoever runs the steps decides what a signal means.
      registerSignalListeners: false,
      renderer: progress === 'silent' ? 'silent' : 'default',
      rendererOptions: { collapseErrors: false },
      fallbackRenderer: progress === 'silent' ? 'silent' : 'simple',
      exitOnError: true,
    },
  );
  await list.run();
}

function seconds(sinceMs: number): string {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
}
