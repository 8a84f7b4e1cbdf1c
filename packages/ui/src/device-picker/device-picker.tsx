'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { Button } from '../button/button.tsx';
import { Notice } from '../notice/notice.tsx';
import { useControllable } from '../react/use-controllable.ts';
import { Select } from '../select/select.tsx';
import type { AudioDevice, DeviceKind, DevicePermission } from './audio-device.ts';
import { type DevicePickerLabels, defaultDevicePickerLabels } from './device-picker-labels.ts';

/** Devices of one kind, whether the browser may use them, and which one is chosen. */
export interface DevicePickerProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'defaultValue' | 'onChange'> {
  kind: DeviceKind;
  devices: readonly AudioDevice[];
  /** Default `granted`. */
  permission?: DevicePermission | undefined;
  /** Null, as hooks give it before a choice: the first of the list stands for the browser's default. */
  value?: string | null | undefined;
  defaultValue?: string | undefined;
  onValueChange?: ((deviceId: string) => void) | undefined;
  /** Asks the browser for the device again: the button of `prompt`, `missing` and `in-use`. */
  onRequest?: (() => void) | undefined;
  disabled?: boolean | undefined;
  labels?: Partial<DevicePickerLabels> | undefined;
}

/** A list of microphones or speakers; without permission it says what to do instead. */
export const DevicePicker = forwardRef<HTMLDivElement, DevicePickerProps>(function DevicePicker(
  {
    kind,
    devices,
    permission = 'granted',
    value,
    defaultValue,
    onValueChange,
    onRequest,
    disabled,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultDevicePickerLabels, ...labels };
  const first = devices[0]?.id ?? '';
  const [chosen, choose] = useControllable({
    value: value === null ? first : value,
    defaultValue: defaultValue ?? first,
    onChange: onValueChange,
  });
  return (
    <div
      {...rest}
      ref={ref}
      className={clsx('aui-device-picker', className)}
      data-slot="device-picker"
      data-state={permission}
    >
      {permission === 'granted' ? (
        <Select
          label={text[kind]}
          value={chosen}
          disabled={disabled || devices.length === 0}
          onValueChange={choose}
          options={options(kind, devices, text)}
        />
      ) : (
        <PermissionNotice permission={permission} text={text} onRequest={onRequest} />
      )}
    </div>
  );
});

function PermissionNotice({
  permission,
  text,
  onRequest,
}: {
  permission: Exclude<DevicePermission, 'granted'>;
  text: DevicePickerLabels;
  onRequest: (() => void) | undefined;
}) {
  const { title, body, action } = text.permission[permission];
  return (
    <Notice
      tone={permission === 'prompt' ? 'info' : 'warning'}
      title={title}
      action={
        onRequest && action ? (
          <Button
            size="sm"
            variant={permission === 'prompt' ? 'primary' : 'secondary'}
            onClick={onRequest}
          >
            {action}
          </Button>
        ) : null
      }
    >
      {body}
    </Notice>
  );
}

function options(kind: DeviceKind, devices: readonly AudioDevice[], text: DevicePickerLabels) {
  if (devices.length === 0) return [{ value: '', label: text.none(kind) }];
  return devices.map((device, index) => ({
    value: device.id,
    label: device.label || text.unnamed(kind, index + 1),
  }));
}
