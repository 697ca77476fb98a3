/** What a text says in another language, by the Chinese text with {0}, {1} … for what is inserted. */
export type Dictionary = Readonly<Record<string, string>>;

let dictionary: Dictionary = {};

/** From now on texts are shown as the dictionary says. Before any page is loaded: their words are read then. */
export function speak(words: Dictionary): void {
  dictionary = words;
}

/** A text of the pages in the language of the person who reads it; without a translation in Chinese. */
export function t(parts: TemplateStringsArray, ...values: unknown[]): string {
  const translated = dictionary[keyOf(parts)];
  if (translated === undefined) return String.raw({ raw: parts }, ...values);
  return translated.replace(/\{(\d+)\}/g, (_, place: string) => String(values[Number(place)]));
}

/** The key of a text: its parts with {0}, {1} … between them. */
export const keyOf = (parts: readonly string[]): string =>
  parts.map((part, place) => (place === 0 ? part : `{${place - 1}}${part}`)).join('');
