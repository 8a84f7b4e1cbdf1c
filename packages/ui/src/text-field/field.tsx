import type { AriaAttributes, ReactNode } from 'react';
import { describedBy } from '../react/aria.ts';
import { FieldError } from './field-error.tsx';

/** What a field says about itself around its control. */
export interface FieldText {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to mend it; marks the control as invalid. */
  error?: ReactNode;
}

/** Ids and attributes that tie a control to its label, hint and error, added to those it was given. */
export function fieldAria(id: string, { hint, error }: FieldText, rest: AriaAttributes) {
  return {
    id,
    'aria-invalid': error ? true : rest['aria-invalid'],
    'aria-describedby': describedBy(rest, hint && `${id}-hint`, error && `${id}-error`),
  };
}

/** Label above, hint and error below a control. Internal to the package's fields. */
export function Field({
  id,
  slot,
  className,
  label,
  hint,
  error,
  children,
}: FieldText & { id: string; slot: string; className?: string | undefined; children: ReactNode }) {
  return (
    <div className={className} data-slot={slot} data-state={error ? 'invalid' : 'valid'}>
      <label data-slot="field-label" className="aui-field-label" htmlFor={id}>
        {label}
      </label>
      {children}
      {hint ? (
        <p data-slot="field-hint" className="aui-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  );
}
