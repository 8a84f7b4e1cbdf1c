'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { Button } from '../button/button.tsx';
import { Notice } from '../notice/notice.tsx';
import { useControllable } from '../react/use-controllable.ts';
import { TextField } from '../text-field/text-field.tsx';

/** What is typed into a `CustomerForm`. */
export interface CustomerFormValue {
  name: string;
  email: string;
  phone: string;
}
/** A form in which nothing is typed. */
export const emptyCustomerFormValue: CustomerFormValue = Object.freeze({
  name: '',
  email: '',
  phone: '',
});

/** Strings of a `CustomerForm`. */
export interface CustomerFormLabels {
  title: string;
  name: string;
  email: string;
  phone: string;
  phoneHint: string;
  submit: string;
  cancel: string;
  problemTitle: string;
}
/** English words of the form for a new customer; `labels` replaces them one by one. */
export const defaultCustomerFormLabels: CustomerFormLabels = {
  title: 'New customer',
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  phoneHint: 'One of e-mail and phone is enough.',
  submit: 'Create and link',
  cancel: 'Cancel',
  problemTitle: 'Not saved',
};

/** What is typed (may be controlled), and what the server said about it, by field. */
export interface CustomerFormProps
  extends Omit<ComponentPropsWithoutRef<'form'>, 'children' | 'onSubmit' | 'defaultValue'> {
  value?: CustomerFormValue | undefined;
  defaultValue?: CustomerFormValue | undefined;
  onValueChange?: ((value: CustomerFormValue) => void) | undefined;
  /** What is wrong with a field and how to mend it. */
  errors?: Partial<Record<keyof CustomerFormValue, string>> | undefined;
  /** What is wrong with the whole, as "this e-mail belongs to another customer". */
  problem?: string | null | undefined;
  pending?: boolean | undefined;
  onSubmit: (value: CustomerFormValue) => void;
  onCancel?: (() => void) | undefined;
  labels?: Partial<CustomerFormLabels> | undefined;
}

/** Makes a record for a customer who has none. */
export const CustomerForm = forwardRef<HTMLFormElement, CustomerFormProps>(function CustomerForm(
  {
    value,
    defaultValue = emptyCustomerFormValue,
    onValueChange,
    errors = {},
    problem,
    pending = false,
    onSubmit,
    onCancel,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultCustomerFormLabels, ...labels };
  const [typed, setTyped] = useControllable({ value, defaultValue, onChange: onValueChange });
  const field = (name: keyof CustomerFormValue) => ({
    label: text[name],
    error: errors[name],
    value: typed[name],
    onChange: (event: { target: { value: string } }) =>
      setTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <form
      aria-label={text.title}
      noValidate
      {...rest}
      ref={ref}
      className={clsx('aui-customer-form', className)}
      data-slot="customer-form"
      data-state={pending ? 'pending' : problem || hasErrors(errors) ? 'invalid' : 'ready'}
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) onSubmit(typed);
      }}
    >
      <h3>{text.title}</h3>
      {problem ? (
        <Notice tone="error" title={text.problemTitle}>
          {problem}
        </Notice>
      ) : null}
      <TextField {...field('name')} autoComplete="off" maxLength={80} dir="auto" />
      <TextField {...field('email')} autoComplete="off" type="email" maxLength={254} dir="auto" />
      <TextField
        {...field('phone')}
        hint={text.phoneHint}
        autoComplete="off"
        type="tel"
        maxLength={40}
      />
      <div data-slot="customer-form-actions">
        {onCancel ? <Button onClick={onCancel}>{text.cancel}</Button> : null}
        <Button type="submit" variant="primary" pending={pending}>
          {text.submit}
        </Button>
      </div>
    </form>
  );
});

function hasErrors(errors: NonNullable<CustomerFormProps['errors']>): boolean {
  return Object.values(errors).some(Boolean);
}
