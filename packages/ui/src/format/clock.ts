/** Length of time as `m:ss` or `h:mm:ss`; negative lengths count as zero. */
export function formatClock(durationMs: number): string {
  const [hours, minutes, seconds] = split(durationMs);
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds)}` : `${minutes}:${pad(seconds)}`;
}

/** Length of time as `mm:ss` or `h:mm:ss`, so that a running timer keeps its width. */
export function formatTimer(durationMs: number): string {
  const text = formatClock(durationMs);
  return text.length < 5 ? `0${text}` : text;
}

/** Length of time in seconds with its unit: `0.4 s` below three seconds, `6 s` above. */
export function formatSeconds(durationMs: number): string {
  const seconds = Math.max(0, durationMs) / 1000;
  return seconds < 3 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`;
}

/** Length of time as the `datetime` attribute of a `<time>` wants it: `PT80S`. */
export function isoDuration(durationMs: number): string {
  return `PT${Math.max(0, Math.floor(durationMs / 1000))}S`;
}

function split(durationMs: number): [number, number, number] {
  const total = Math.max(0, Math.floor(durationMs / 1000));
  return [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
