// @ts-check

/** Minutes on two cores when nothing else is done there. */
const minutes = { packages: 1, web: 1, livekit: 4 };

/**
 * What is said before anything else: how long it will take. Undefined when it will take seconds.
 * @param {{ script: string, isFirst: boolean, buildsLivekit: boolean, cores: number }} options
 * @returns {string | undefined}
 */
export function announcement({ script, isFirst, buildsLivekit, cores }) {
  if (!isFirst && !buildsLivekit) return undefined;
  const computed = (isFirst ? minutes.web : 0) + (buildsLivekit ? minutes.livekit : 0);
  const about = (isFirst ? minutes.packages : 0) + Math.max(1, Math.round((computed * 2) / cores));
  const what = script === 'check' ? 'First run: the tools take' : 'First start: it takes';
  const later = script === 'check' ? 'later they are there' : 'later ones take seconds';
  return `${what} about ${about} min, ${later}.`;
}
