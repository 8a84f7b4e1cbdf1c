import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { processEnvironment } from './env.ts';
import { projectBin, projectRoot } from './project.ts';
import { runCommand } from './run-command.ts';
import { pictures } from './ui-pictures/picture-list.ts';
import { launchChromium, openStorybook, photograph } from './ui-pictures/storybook-page.ts';

const packageFolder = `${projectRoot}/packages/ui`;
const folder = `${packageFolder}/pictures`;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { built: { type: 'boolean', default: false } },
});
const [only] = positionals;

/*
 * Takes the pictures of the README of `@agent/ui` again: all, or those whose name has the given word.
 * `--built` takes Storybook as it was built before.
 */
if (!values.built) await buildStorybook();
await takePictures();

async function buildStorybook(): Promise<void> {
  process.stdout.write('Building Storybook …\n');
  await runCommand(
    projectBin('storybook', 'packages/ui'),
    ['build', '--quiet', '--disable-telemetry', '-o', 'storybook-static'],
    { cwd: packageFolder, env: processEnvironment() },
  );
}

async function takePictures(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (!only) removeOld();
  const browser = await launchChromium();
  try {
    const page = await openStorybook(browser, join(packageFolder, 'storybook-static'));
    for (const picture of pictures.filter(({ name }) => !only || name.includes(only))) {
      const bytes = await withFewColours(await photograph(page, picture));
      writeFileSync(join(folder, `${picture.name}.png`), bytes);
      process.stdout.write(`${picture.name} ${(bytes.length / 1000).toFixed(1)} kB\n`);
    }
  } finally {
    await browser.close();
  }
}

/** A palette of few colours makes a screen a third as big; anti-aliased text stays clean. */
function withFewColours(png: Buffer): Promise<Buffer> {
  return sharp(png).png({ palette: true, quality: 60, dither: 0, effort: 10 }).toBuffer();
}

function removeOld(): void {
  for (const file of readdirSync(folder)) rmSync(join(folder, file));
}
