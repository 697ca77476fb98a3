/** JSON with the names of every object in the order of their code units: equal values are equal bytes (as in RFC 8785). */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => sorted(part));

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
