// @ts-check
// Plain JavaScript, as all in this folder: it runs on Node 20, before anything is installed.

/**
 * @typedef {object} Screen Where progress is shown, such as `process.stdout`.
 * @property {(text: string) => unknown} write
 * @property {boolean} [isTTY]
 * @property {number} [columns]
 */
/**
 * @typedef {object} ProgressStep
 * @property {(detail: string) => void} report Says what is going on, in the step's one line.
 * @property {(detail?: string) => void} done Leaves the line as it is at the end.
 * @property {(detail?: string) => void} fail
 * @property {() => void} end Takes the line away: how it ended is said elsewhere.
 */
/**
 * @typedef {object} Progress
 * @property {(title: string, startedAtMs?: number) => ProgressStep} step Begins a step.
 * @property {(text: string) => void} print Writes a text above the lines that move.
 * @property {() => void} close Leaves nothing that moves.
 */

const frames = [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'];
const frameMs = 100;
/** Where nothing moves, a step that takes long says so, the first time early. */
const plainNewsMs = { first: 5_000, next: 60_000 };
const narrowest = 20;

/**
 * Shows steps, several at once: on a terminal one line for each that moves, with the time it has taken;
 * elsewhere a line when it ends, and one now and then while it takes long.
 * @param {Screen} screen
 * @param {{ nowMs?: () => number }} [options]
 * @returns {Progress}
 */
export function createProgress(screen, { nowMs = () => performance.now() } = {}) {
  const isLive = screen.isTTY === true;
  /** @type {{ title: string, detail: string, startedAtMs: number, toldAtMs: number | undefined }[]} */
  const running = [];
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  let drawn = 0;
  let frame = 0;

  /** @param {string} [above] */
  function draw(above = '') {
    if (!isLive) {
      screen.write(above);
      return;
    }
    const width = Math.max(narrowest, (screen.columns || 80) - 1);
    const lines = running.map((step) =>
      cut(`${frames[frame % frames.length]} ${line(step)}`, width),
    );
    const back = drawn > 0 ? `\u001b[${drawn}A\u001b[0J` : '';
    screen.write(`${back}${above}${lines.map((text) => `${text}\n`).join('')}`);
    drawn = lines.length;
  }

  /** @param {typeof running[number]} step */
  function line({ title, detail, startedAtMs }) {
    return `${title}${detail === '' ? '' : `: ${detail}`} (${duration(nowMs() - startedAtMs)})`;
  }

  function tick() {
    frame += 1;
    if (isLive) draw();
    else for (const step of running) tellNews(step);
  }

  /** @param {typeof running[number]} step */
  function tellNews(step) {
    const quietMs = step.toldAtMs === undefined ? plainNewsMs.first : plainNewsMs.next;
    if (nowMs() - (step.toldAtMs ?? step.startedAtMs) < quietMs) return;
    step.toldAtMs = nowMs();
    screen.write(`… ${line(step)}\n`);
  }

  return {
    step(title, startedAtMs = nowMs()) {
      const step = { title, detail: '', startedAtMs, toldAtMs: undefined };
      running.push(step);
      timer ??= setInterval(tick, frameMs);
      timer.unref();
      draw();
      /** @param {string} [sign] */
      const end = (sign, detail = '') => {
        const place = running.indexOf(step);
        if (place < 0) return;
        running.splice(place, 1);
        step.detail = detail;
        draw(sign === undefined ? '' : `${sign} ${line(step)}\n`);
      };
      return {
        report(detail) {
          step.detail = detail.trim();
        },
        done: (detail = '') => end(isLive ? '\u001b[32m✔\u001b[39m' : '✔', detail),
        fail: (detail = '') => end(isLive ? '\u001b[31m✗\u001b[39m' : '✗', detail),
        end: () => end(),
      };
    },
    print: (text) => draw(`${text}\n`),
    close() {
      clearInterval(timer);
      timer = undefined;
      running.length = 0;
      draw();
    },
  };
}

/** @param {number} ms */
function duration(ms) {
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

/** @param {string} text @param {number} width */
function cut(text, width) {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
