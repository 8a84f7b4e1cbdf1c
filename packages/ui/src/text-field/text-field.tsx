'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, useId } from 'react';
import { Field, type FieldText, fieldAria } from './field.tsx';

/** The attributes of an `<input>`, with the label, hint and error that surround every field. */
export interface TextFieldProps extends ComponentPropsWithoutRef<'input'>, FieldText {}

/** One line of text with label, hint and error. The ref and rest props go to the input. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { label, hint, error, className, id, ...rest },
  ref,
) {
  const ownId = useId();
  const text = { label, hint, error };
  const fieldId = id ?? ownId;
  return (
    <Field {...text} id={fieldId} slot="text-field" className={clsx('aui-text-field', className)}>
      <input
        type="text"
        {...rest}
        {...fieldAria(fieldId, text, rest)}
        ref={ref}
        data-slot="input"
        className="aui-input"
      />
    </Field>
  );
});
