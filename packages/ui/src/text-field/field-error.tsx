import type { ReactNode } from 'react';

/** What is wrong and how to mend it, below what it is about. Internal to the package's forms. */
export function FieldError(props: {
  id?: string;
  /** Where it comes after the person has acted. */
  role?: 'alert';
  children: ReactNode;
}) {
  return <p {...props} data-slot="field-error" className="aui-field-error" />;
}
