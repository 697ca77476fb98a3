import type { MentionInput, MentionView } from '../../../api/generated';

export interface Piece {
  text: string;
  /** Names somebody. */
  mention: boolean;
}

/** A text in pieces: what names somebody, and what stands between. Of two names the longer one that fits counts. */
export function piecesOf(text: string, mentions: readonly MentionView[]): Piece[] {
  const names = mentions.map(({ words }) => `@${words}`).sort((a, b) => b.length - a.length);
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const name = names.find((one) => text.startsWith(one, at));
    if (!name) continue;
    if (at > from) pieces.push({ text: text.slice(from, at), mention: false });
    pieces.push({ text: name, mention: true });
    from = at + name.length;
    at = from - 1;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), mention: false });
  return pieces;
}

/** Those chosen whose names still stand in the text, each once. */
export function stillNamed(text: string, chosen: readonly MentionInput[]): MentionInput[] {
  const named = chosen.filter(({ words }) => text.includes(`@${words}`));
  return named.filter(({ personId }, index) => named.findIndex((one) => one.personId === personId) === index);
}
