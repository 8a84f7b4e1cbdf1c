import { mkdtempSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Peers of the package: the app has them anyway. */
const peers = ['react', 'react-dom', 'react/jsx-runtime', 'livekit-client'];

/** What a browser downloads for one export, or for all of them (`*`). */
export interface BundleSize {
  name: string;
  gzippedBytes: number;
  /** Packages of others that are part of it, biggest first, as `name bytes` before compression. */
  dependencies: readonly string[];
}

/**
 * Bundles, for each of these exports of a built module (`*` for all), what an app would that imports it
 * alone, with every dependency but the peers, and weighs it. Biggest first.
 */
export async function bundleSizes(
  modulePath: string,
  names: readonly string[],
  workDir: string,
): Promise<BundleSize[]> {
  const folder = mkdtempSync(join(workDir, 'sizes-'));
  const { outputFiles, metafile } = await build({
    entryPoints: names.map((name, index) => writeEntry(folder, index, name, modulePath)),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external: peers,
    metafile: true,
    write: false,
    outdir: folder,
    absWorkingDir: folder,
    logLevel: 'silent',
  });
  return outputFiles
    .map(({ path, contents }) => ({
      name: names[Number.parseInt(basename(path), 10)] ?? path,
      gzippedBytes: gzipSync(contents, { level: 9 }).length,
      dependencies: bytesByPackage(metafile.outputs[basename(path)]?.inputs ?? {}),
    }))
    .sort((a, b) => b.gzippedBytes - a.gzippedBytes);
}

function writeEntry(folder: string, index: number, name: string, modulePath: string): string {
  const path = join(folder, `${index}.js`);
  const what = name === '*' ? '*' : `{ ${name} }`;
  writeFileSync(path, `export ${what} from ${JSON.stringify(modulePath)};\n`);
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
