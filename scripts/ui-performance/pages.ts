import { join } from 'node:path';
import { preview } from 'vite';
import { processEnvironment } from '../env.ts';
import { projectBin, projectRoot } from '../project.ts';
import { runCommand } from '../run-command.ts';

const root = `${projectRoot}/packages/ui/performance`;

/** Pages that share their process with no other site get times that are not rounded to 4 ms. */
const isolated = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** How React is built: StrictMode does something only with its development checks. */
export type BuildMode = 'production' | 'development';

/** The built pages on a server of their own. */
export interface ServedPages {
  url: string;
  close(): Promise<void>;
}

/** Builds `packages/ui/performance` into a folder and serves it. */
export async function servePages(mode: BuildMode, workDir: string): Promise<ServedPages> {
  const outDir = join(workDir, mode);
  // A process of its own: a test runner's NODE_ENV would give the development build of React.
  await runCommand(
    projectBin('vite'),
    ['build', '--config', `${root}/vite.config.ts`, '--mode', mode, '--outDir', outDir],
    { cwd: root, env: { ...processEnvironment(), NODE_ENV: mode } },
  );
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, headers: isolated },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The pages have no address');
  return { url, close: () => server.close() };
}
