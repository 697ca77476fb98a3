interface Place {
  name: string;
  at: number;
}

/**
 * The unit that a text names first, out of the names known, with what is written right behind it as its lower unit:
 * 云川市青岚区教育局 names 区教育局, though 云川市青岚区 is known too and longer. Undefined when there is none.
 */
export function lowestNameIn(text: string, longestFirst: readonly string[]): string | undefined {
  const inside = longestFirst.filter((name) => text.includes(name));
  let found: Place | undefined;
  for (const name of inside) {
    const at = text.indexOf(name);
    if (found === undefined || at < found.at) found = { name, at };
  }
  // Every step ends further right than the one before, so it comes to an end.
  for (let next = found; next !== undefined; next = below(text, inside, next)) found = next;
  return found?.name;
}

/** A name that begins within or right behind another one and ends after it: the last character of 青岚区 is the first one of 区教育局. */
function below(text: string, names: readonly string[], { name: upper, at: start }: Place): Place | undefined {
  const end = start + upper.length;
  return names
    .map((name) => ({ name, at: text.indexOf(name, start + 1) }))
    .find(({ name, at }) => at !== -1 && at <= end && at + name.length > end);
}
