'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, useId } from 'react';
import { Field, type FieldText, fieldAria } from '../text-field/field.tsx';

/** One choice of a `Select`. */
export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean | undefined;
}

/** Options to choose from, with the label, hint and error that surround every field. */
export interface SelectProps
  extends Omit<ComponentPropsWithoutRef<'select'>, 'children'>,
    FieldText {
  options: readonly SelectOption[];
  onValueChange?: ((value: string) => void) | undefined;
}

/** A native list of choices with label, hint and error. */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(
  { label, hint, error, className, id, options, onValueChange, onChange, ...rest },
  ref,
) {
  const ownId = useId();
  const text = { label, hint, error };
  const fieldId = id ?? ownId;
  return (
    <Field {...text} id={fieldId} slot="select" className={clsx('aui-select', className)}>
      <select
        {...rest}
        {...fieldAria(fieldId, text, rest)}
        ref={ref}
        data-slot="input"
        className="aui-input"
        onChange={(event) => {
          onChange?.(event);
          onValueChange?.(event.target.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
});
