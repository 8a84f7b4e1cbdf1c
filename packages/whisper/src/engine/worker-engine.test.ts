import { describe, expect, it, onTestFinished } from 'vitest';
import type { EngineRequest } from './engine.ts';
import { createWorkerEngine } from './worker-engine.ts';

const ANSWERS = `p.on('message', ({ id, request }) => {
  if (request.prompt === 'crash') throw new Error('out of memory');
  if (request.prompt === 'fail') p.postMessage({ type: 'failed', id, reason: 'failed', message: 'no' });
  else p.postMessage({ type: 'done', id, result: { text: request.prompt } });
});`;
const UNTIL_CANCELLED = `p.on('message', ({ id, cancelFlag }) => {
  while (Atomics.load(cancelFlag, 0) === 0);
  p.postMessage({ type: 'failed', id, reason: 'cancelled', message: 'stopped' });
});`;

describe('createWorkerEngine', () => {
  it('answers each request with its own result', async () => {
    const { ask } = await engine(`ready(); ${ANSWERS}`);
    const results = await Promise.all([ask('one'), ask('two')]);
    expect(results.map(({ text }) => text)).toEqual(['one', 'two']);
    await expect(ask('fail')).rejects.toMatchObject({ reason: 'failed' });
  });

  it('stops a worker that is busy when its client hangs up', async () => {
    const { ask } = await engine(`ready(); ${UNTIL_CANCELLED}`);
    const client = new AbortController();
    const asked = ask('long', client.signal);
    client.abort();
    await expect(asked).rejects.toMatchObject({ reason: 'cancelled' });
    await expect(ask('late', client.signal)).rejects.toMatchObject({ reason: 'cancelled' });
  });

  it('rejects what a crashing worker held, says so, and starts another one', async () => {
    const { ask, started, crashes } = await engine(`ready(); ${ANSWERS}`);
    await expect(ask('crash')).rejects.toMatchObject({ reason: 'crashed' });
    expect(crashes).toEqual(['out of memory']);
    await expect(ask('meanwhile')).rejects.toMatchObject({ reason: 'crashed' });
    await expect.poll(() => started.isReady()).toBe(true);
    expect((await ask('again')).text).toBe('again');
  });

  it('rejects its start when the models cannot be loaded', async () => {
    const starting = engine(`p.postMessage({ type: 'not-loadable', message: 'no file' });`);
    await expect(starting).rejects.toMatchObject({ reason: 'not-loadable', message: 'no file' });
  });

  it('rejects what waits when closed, and closes twice', async () => {
    const { ask, started } = await engine(`ready(); ${UNTIL_CANCELLED}`);
    const waiting = ask('never');
    const closing = Promise.all([started.close(), started.close()]);
    await expect(waiting).rejects.toMatchObject({ reason: 'closed' });
    await closing;
    await expect(ask('late')).rejects.toMatchObject({ reason: 'closed' });
    expect(started.isReady()).toBe(false);
  });
});

/** An engine whose worker is a script of the test. */
async function engine(script: string) {
  const head = `import { parentPort as p } from 'node:worker_threads';
    const ready = () => p.postMessage({ type: 'ready' });`;
  const crashes: string[] = [];
  const started = createWorkerEngine({
    entry: new URL(`data:text/javascript,${encodeURIComponent(head + script)}`),
    modelDir: '',
    warmModels: [],
    threads: 1,
    restartDelayMs: 1,
    onCrash: (message) => crashes.push(message),
  });
  onTestFinished(() => started.close());
  await started.start();
  const ask = (prompt: string, signal = new AbortController().signal) => {
    const samples = new Float32Array(1);
    const languages = ['en'] as const;
    const request: EngineRequest = { model: 'm', samples, paddingMs: 0, languages, prompt };
    return started.transcribe(request, signal);
  };
  return { started, ask, crashes };
}
