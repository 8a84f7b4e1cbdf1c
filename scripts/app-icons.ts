import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { projectRoot } from './project.ts';

/** The mark of the product: a rounded ground with a headset on it. */
const drawn = readFileSync(`${projectRoot}/web/app/icon.svg`, 'utf8');
const [ground, ink] = ['#3a50c8', '#fff'] as const;
/** How much of a maskable icon is surely seen, whatever shape a system cuts it to. */
const safePart = 0.8;

/** The two pages that can be installed, told apart by their colours. */
const apps = { desk: { ground, ink }, call: { ground: ink, ink: ground } } as const;
type App = keyof typeof apps;
const folders: Record<App, string> = { desk: 'agent', call: 'call' };

/*
 * Draws the icons of the installed apps again, from the one drawing there is: with round corners for
 * systems that leave icons alone, and full to the edges for those that cut them to a shape.
 */
for (const app of Object.keys(apps) as App[]) {
  await write(app, 'public/icons', `${app}-192.png`, 192, rounded(app));
  await write(app, 'public/icons', `${app}-512.png`, 512, rounded(app));
  await write(app, 'public/icons', `${app}-maskable-512.png`, 512, full(app));
  await write(app, `app/${folders[app]}`, 'apple-icon.png', 180, full(app));
}

function rounded(app: App): string {
  const { ground: below, ink: above } = apps[app];
  return drawn
    .replace(`fill="${ground}"`, `fill="${below}"`)
    .replace(`stroke="${ink}"`, `stroke="${above}"`);
}

function full(app: App): string {
  const path = /<path .*?\/>/.exec(rounded(app))?.[0];
  if (!path) throw new Error('web/app/icon.svg has no path.');
  const moved = 16 * (1 - safePart);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
    `<rect width="32" height="32" fill="${apps[app].ground}"/>`,
    `<g transform="translate(${moved} ${moved}) scale(${safePart})">${path}</g></svg>`,
  ].join('');
}

async function write(app: App, folder: string, name: string, sizePx: number, svg: string) {
  const path = join(projectRoot, 'web', folder);
  mkdirSync(path, { recursive: true });
  const png = sharp(Buffer.from(svg), { density: (72 * sizePx) / 32 }).resize(sizePx, sizePx);
  const bytes = await png.png({ palette: true, effort: 10 }).toBuffer();
  writeFileSync(join(path, name), bytes);
  process.stdout.write(`${folder}/${name} ${(bytes.length / 1000).toFixed(1)} kB (${app})\n`);
}
