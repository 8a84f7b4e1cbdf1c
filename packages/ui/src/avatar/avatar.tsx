import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';

/** Whose initials are shown, how large and in which colour. */
export interface AvatarProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  name: string;
  /** Default `md`: 32 px; `sm` 24, `lg` 44. */
  size?: 'sm' | 'md' | 'lg' | undefined;
  /** Default `neutral`. */
  tone?: 'neutral' | 'accent' | undefined;
}

/** The initials of a name in a circle; decoration beside a written name, so hidden from readers. */
export const Avatar = forwardRef<HTMLSpanElement, AvatarProps>(function Avatar(
  { name, size = 'md', tone = 'neutral', className, ...rest },
  ref,
) {
  return (
    <span
      aria-hidden="true"
      {...rest}
      ref={ref}
      className={clsx('aui-avatar', className)}
      data-slot="avatar"
      data-size={size}
      data-tone={tone}
    >
      {initials(name)}
    </span>
  );
});

/** First letters of the first and last word of a name, at most two. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = firstLetter(words[0]);
  return words.length > 1 ? first + firstLetter(words.at(-1)) : first;
}

function firstLetter(word: string | undefined): string {
  const letter = word ? [...word][0] : undefined;
  return (letter ?? '?').toLocaleUpperCase();
}
