/** How saving stands, for the words beside the form. */
export type SaveState = 'saved' | 'saving' | 'unsaved' | 'failed';

/** What autosave works with. */
export interface AutosaveOptions<T> {
  save(value: T, meta: { leaving: boolean }): Promise<void>;
  onState(state: SaveState): void;
  /** Quiet time before saving. Default 600 ms. */
  quietMs?: number;
  /** Wait before trying again after a failure. Default 3 s. */
  retryMs?: number;
}

/** Saves the newest value some time after the last change. */
export interface Autosave<T> {
  change(value: T): void;
  /** Saves at once what is not saved yet; `leaving` when the page is going away. */
  flush(leaving?: boolean): Promise<void>;
  /** Forgets what is not saved. */
  close(): void;
}

/** Creates an autosave. One request at a time; the newest value wins. */
export function createAutosave<T>(options: AutosaveOptions<T>): Autosave<T> {
  const { quietMs = 600, retryMs = 3_000 } = options;
  let pending: { value: T } | undefined;
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const plan = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(false), ms);
  };
  const attempt = async (leaving: boolean) => {
    const job = pending;
    if (!job) return;
    pending = undefined;
    options.onState('saving');
    try {
      await options.save(job.value, { leaving });
      options.onState(pending ? 'unsaved' : 'saved');
    } catch {
      pending ??= job;
      options.onState('failed');
      plan(retryMs);
    }
  };
  const run = async (leaving: boolean) => {
    clearTimeout(timer);
    await running;
    running = attempt(leaving);
    await running;
  };

  return {
    change(value) {
      pending = { value };
      options.onState('unsaved');
      plan(quietMs);
    },
    flush: (leaving = false) => (leaving ? attempt(true) : run(false)),
    close() {
      clearTimeout(timer);
      pending = undefined;
    },
  };
}
