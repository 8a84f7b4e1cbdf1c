import type { DevicePermission } from '@agent/ui';
import type { AudioProblem, MicrophoneTestState } from '@agent/ui/live';

const byProblem: Partial<Record<AudioProblem, DevicePermission>> = {
  'microphone-missing': 'missing',
  'microphone-in-use': 'in-use',
  'microphone-failed': 'in-use',
};

/** How a microphone test stands, in the words of the device picker. */
export function permissionOf(state: MicrophoneTestState): DevicePermission {
  switch (state.phase) {
    case 'idle':
    case 'asking':
      return 'prompt';
    case 'listening':
    case 'heard':
      return 'granted';
    case 'failed':
      return byProblem[state.problem] ?? 'denied';
    default:
      return state satisfies never;
  }
}
