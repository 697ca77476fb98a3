/** For whom a person has a part that is not his own. */
export type OnBehalf<Part extends string> = Partial<Record<Part, string>>;

/** For whom he does what takes one of the parts `by`; null when one of them is his own. */
export function principalOf<Part extends string>(
  { parts, onBehalf }: { parts: readonly Part[]; onBehalf: OnBehalf<Part> },
  by: readonly Part[],
): string | null {
  const used = parts.filter((part) => by.includes(part));
  return used.every((part) => onBehalf[part] !== undefined) ? (onBehalf[used[0]] ?? null) : null;
}
