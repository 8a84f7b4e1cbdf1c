'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, useId } from 'react';
import { Field, type FieldText, fieldAria } from '../text-field/field.tsx';

/** The attributes of a `<textarea>`, with the label, hint and error that surround every field. */
export interface TextAreaProps extends ComponentPropsWithoutRef<'textarea'>, FieldText {}

/** Several lines of text with label, hint and error; grows with its text where the browser can. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
  { label, hint, error, className, id, ...rest },
  ref,
) {
  const ownId = useId();
  const text = { label, hint, error };
  const fieldId = id ?? ownId;
  return (
    <Field {...text} id={fieldId} slot="text-area" className={clsx('aui-text-area', className)}>
      <textarea
        rows={4}
        {...rest}
        {...fieldAria(fieldId, text, rest)}
        ref={ref}
        data-slot="input"
        className="aui-input"
      />
    </Field>
  );
});
