import { mkdtempSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Peers of the package: the app has them anyway. */
const peers = ['react', 'react-dom', 'react/jsx-runtime', 'livekit-client'];

/** What an app imports. */
export interface Imported {
  name: string;
  /** The import, as a module that passes it on. */
  code: string;
}

/** One export of a built module alone. */
export function oneExport(modulePath: string, name: string): Imported {
  return { name, code: `export { ${name} } from ${JSON.stringify(modulePath)};\n` };
}

/** Everything that these built modules export. */
export function everyExport(name: string, modulePaths: readonly string[]): Imported {
  const lines = modulePaths.map(
    (path, index) => `export * as m${index} from ${JSON.stringify(path)};\n`,
  );
  return { name, code: lines.join('') };
}

/** What a browser downloads for what is imported. */
export interface BundleSize {
  name: string;
  gzippedBytes: number;
  /** Packages of others that are part of it, biggest first, as `name bytes` before compression. */
  dependencies: readonly string[];
}

/**
 * Bundles, for each import, what an app would that has nothing else, with every dependency but the
 * peers and what is `loadedLater` (packages), and weighs it. Biggest first.
 */
export async function bundleSizes(
  imports: readonly Imported[],
  workDir: string,
  loadedLater: readonly string[] = [],
): Promise<BundleSize[]> {
  const folder = mkdtempSync(join(workDir, 'sizes-'));
  const { outputFiles, metafile } = await build({
    entryPoints: imports.map(({ code }, index) => writeEntry(folder, index, code)),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external: [...peers, ...loadedLater],
    metafile: true,
    write: false,
    outdir: folder,
    absWorkingDir: folder,
    logLevel: 'silent',
  });
  return outputFiles
    .map(({ path, contents }) => ({
      name: imports[Number.parseInt(basename(path), 10)]?.name ?? path,
      gzippedBytes: gzipSync(contents, { level: 9 }).length,
      dependencies: bytesByPackage(metafile.outputs[basename(path)]?.inputs ?? {}),
    }))
    .sort((a, b) => b.gzippedBytes - a.gzippedBytes);
}

function writeEntry(folder: string, index: number, code: string): string {
  const path = join(folder, `${index}.js`);
  writeFileSync(path, code);
  return path;
}

const packageName = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//;

function bytesByPackage(inputs: Record<string, { bytesInOutput: number }>): string[] {
  const bytes = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const name = packageName.exec(path)?.[1];
    if (name === undefined || bytesInOutput === 0) continue;
    bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
  }
  return [...bytes].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
}
