/** How a person is called in short. */
export function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
