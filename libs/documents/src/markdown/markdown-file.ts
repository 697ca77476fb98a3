import MarkdownIt from 'markdown-it';
import type { ReadParts } from '../document.types';
import { fragmentParagraphs } from '../html/html-file';
import type { TextInput } from '../reader';
import { looksLikeMarkdown } from './markdown-signs';

/** Facts about the text, for the program that publishes it, before its first line. */
const FRONT_MATTER = /^---[ \t]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|$)/;

const markdown = new MarkdownIt({ html: true });

/**
 * A Markdown text as its reader sees it: marks of emphasis gone, links as their words, lists with their numbers, tables as cells; line ends
 * inside a Chinese paragraph are none. HTML in it is read as HTML. Null when the text is no Markdown.
 */
export function readMarkdown({ text }: TextInput): ReadParts | null {
  const body = text.replace(FRONT_MATTER, '');
  if (!looksLikeMarkdown(body)) return null;
  return { format: 'md', paragraphs: fragmentParagraphs(markdown.render(body)) };
}
