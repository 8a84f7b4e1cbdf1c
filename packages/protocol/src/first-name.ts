/** How a person is called in short. */
export function firstName(name: string): string {
  return name.trim().split(/\s/)[0] ?? name;
}
