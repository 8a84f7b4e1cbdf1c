import type { DeviceKind, DevicePermission } from './audio-device.ts';

/** What a picker says when it may not use the device. */
export interface PermissionText {
  title: string;
  body: string;
  /** Text of the button; empty when there is nothing to press. */
  action: string;
}

/** Strings of a `DevicePicker`. */
export interface DevicePickerLabels {
  microphone: string;
  speaker: string;
  /** A device without a name; `number` counts from 1. */
  unnamed: (kind: DeviceKind, number: number) => string;
  none: (kind: DeviceKind) => string;
  permission: Record<Exclude<DevicePermission, 'granted'>, PermissionText>;
}
/**
 * English words of the picker, with what to do when the browser may not use the device; `labels`
 * replaces them one by one.
 */
export const defaultDevicePickerLabels: DevicePickerLabels = {
  microphone: 'Microphone',
  speaker: 'Speaker',
  unnamed: (kind, number) => `${kind === 'microphone' ? 'Microphone' : 'Speaker'} ${number}`,
  none: (kind) => (kind === 'microphone' ? 'No microphone found' : 'Default speaker'),
  permission: {
    prompt: {
      title: 'Allow the microphone',
      body: 'Your browser will ask once. Choose “Allow”, so that we can hear you.',
      action: 'Allow microphone',
    },
    denied: {
      title: 'Your microphone is blocked',
      body: 'Click the lock in the address bar, allow the microphone, then try again.',
      action: 'Try again',
    },
    missing: {
      title: 'No microphone found',
      body: 'Plug in a headset or a microphone, then look again.',
      action: 'Look again',
    },
    'in-use': {
      title: 'Another program uses your microphone',
      body: 'Close the other call or recording, then try again.',
      action: 'Try again',
    },
  },
};
