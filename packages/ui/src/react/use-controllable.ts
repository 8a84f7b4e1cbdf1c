import { useCallback, useState } from 'react';

/** A state that the parent may own (`value`) or leave to the component (`defaultValue`). */
export interface ControllableOptions<T> {
  value: T | undefined;
  defaultValue: T;
  onChange?: ((next: T) => void) | undefined;
}

/** The current value and a setter; the setter reports every change and keeps it when uncontrolled. */
export function useControllable<T>({
  value,
  defaultValue,
  onChange,
}: ControllableOptions<T>): [T, (next: T) => void] {
  const [own, setOwn] = useState(defaultValue);
  const controlled = value !== undefined;
  const set = useCallback(
    (next: T) => {
      if (!controlled) setOwn(() => next);
      onChange?.(next);
    },
    [controlled, onChange],
  );
  return [controlled ? value : own, set];
}
