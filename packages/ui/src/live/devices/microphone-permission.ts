import type { DevicePermission } from '../../device-picker/audio-device.ts';
import type { AudioProblem } from '../room/audio-problem.ts';

const byProblem: Partial<Record<AudioProblem, DevicePermission>> = {
  'microphone-denied': 'denied',
  'microphone-unsupported': 'denied',
  'microphone-missing': 'missing',
  'microphone-in-use': 'in-use',
  'microphone-failed': 'in-use',
};

/** A problem with audio as `DevicePicker` and `MicrophoneTest` take it for a microphone. */
export function microphonePermission(problem: AudioProblem | null): DevicePermission {
  return (problem && byProblem[problem]) ?? 'granted';
}
