/** Class names for parts of a component, by the slot that names each. */
export type PartClassNames<Part extends string> = Readonly<
  Partial<Record<Part, string | undefined>>
>;

/** The name of a part, and the class that its owner wants on it. */
export function part<Part extends string>(
  slot: Part,
  classNames: PartClassNames<NoInfer<Part>> | undefined,
) {
  return { 'data-slot': slot, className: classNames?.[slot] };
}
