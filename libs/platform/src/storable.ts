/**
 * A value as JSON that PostgreSQL takes as jsonb: it refuses halves of characters, which a cut title may end in, where a
 * text column would replace them.
 */
export const storable = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.replace(/\p{Surrogate}/gu, '\ufffd') : part,
  );
