import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callApp, deskApp, manifestOf } from './app-manifest.ts';

/** Width and height, from the first chunk of a PNG. */
function sizeOf(path: string): string {
  const header = readFileSync(new URL(path, import.meta.url)).subarray(0, 24);
  expect(header.subarray(1, 4).toString()).toBe('PNG');
  return `${header.readUInt32BE(16)}x${header.readUInt32BE(20)}`;
}

describe.each([
  ['the desk', deskApp, 'agent'],
  ['the customer’s page', callApp, 'call'],
])('%s as an app', (_, app, folder) => {
  it('has what a browser wants to install it, within its scope', async () => {
    const answer = manifestOf(app);
    expect(answer.headers.get('content-type')).toBe('application/manifest+json');
    const manifest = await answer.json();
    expect(manifest).toMatchObject({ start_url: `/${folder}`, display: 'standalone' });
    expect(manifest.start_url.startsWith(manifest.scope)).toBe(true);
    expect(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)).toContain('maskable');
    for (const { src, sizes } of manifest.icons) expect(sizeOf(`../public${src}`)).toBe(sizes);
  });

  it('has an icon for phones that read no manifest', () => {
    expect(sizeOf(`./${folder}/apple-icon.png`)).toBe('180x180');
  });
});

it('tells the two apps apart', () => {
  expect(deskApp.start).not.toBe(callApp.start);
  expect(deskApp.name).not.toBe(callApp.name);
});
