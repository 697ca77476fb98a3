import type { Paragraph } from '../document.types';
import { formatNumber } from '../number-format';
import { isDataTable, tableCells } from './html-table';
import { isAround, isSilent } from './html-seen';
import { fixedText, setText } from './html-text';
import { attribute, childElements, isElement, isText, type HtmlElement, type HtmlNode } from './html-tree';

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  'address article aside blockquote body center caption col dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' ',
  ),
);
const LIST_FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
/** Lists that a style numbers in Chinese: 一、. */
const CHINESE_LIST = /list-style(?:-type)?\s*:[^;]*(?:cjk-ideographic|simp-chinese-informal|trad-chinese-informal)/i;
const UNMARKED_LIST = /list-style(?:-type)?\s*:[^;]*none/i;
/** An item that brings its own number is shown without the one of its list. */
const NUMBERED =
  /^(?:第?[一二三四五六七八九十百]{1,4}[、.．章节条部是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.、．)）](?!\d)|[①-⑳•●■◆·])/;

interface Around {
  cell?: Paragraph['cell'];
  heading?: number;
  fixed?: boolean;
}

export interface HtmlReading {
  /** Elements that are no part of the text. */
  leavesOut: (element: HtmlElement) => boolean;
}

/** What is never part of the text: what nobody sees, and what stands around it by the names of the elements. */
export const AROUND_AND_SILENT: HtmlReading = { leavesOut: (element) => isSilent(element) || isAround(element) };

/**
 * The paragraphs of a part of a page in reading order: blocks and line breaks end a paragraph, list items carry their number or bullet,
 * tables of data their cells; a table that only lays out the page is no table. Headings have the level of their element; 1 for <h1>.
 */
export function htmlParagraphs(root: HtmlElement, reading: HtmlReading = AROUND_AND_SILENT): Paragraph[] {
  const walk = new Walk(reading);
  walk.inside(root, {});
  walk.flush({});
  return walk.paragraphs;
}

class Walk {
  readonly paragraphs: Paragraph[] = [];
  private line = '';
  private label: string | null = null;
  private tables = 0;

  constructor(private readonly reading: HtmlReading) {}

  inside(element: HtmlElement, around: Around): void {
    for (const child of element.childNodes) this.node(child, around);
  }

  /** Ends the paragraph that is being read. */
  flush({ cell, heading, fixed }: Around): void {
    const text = fixed === true ? fixedText(this.line) : setText(this.line);
    this.line = '';
    if (text.trim() === '') return;
    const label = this.label === null || NUMBERED.test(text) ? undefined : this.label;
    this.label = null;
    this.paragraphs.push({
      text: label === undefined ? text : withLabel(label, text),
      ...(label !== undefined && { label }),
      ...(heading !== undefined && { heading }),
      ...(cell !== undefined && { cell }),
    });
  }

  private node(node: HtmlNode, around: Around): void {
    if (isText(node)) this.text(node.value, around);
    else if (isElement(node) && !this.reading.leavesOut(node)) this.element(node, around);
  }

  private text(value: string, around: Around): void {
    if (around.fixed !== true) {
      this.line += value;
      return;
    }
    value.split('\n').forEach((line, at) => {
      if (at > 0) this.flush(around);
      this.line += line;
    });
  }

  private element(element: HtmlElement, around: Around): void {
    const { tagName } = element;
    if (tagName === 'br') this.flush(around);
    else if (!BLOCKS.has(tagName)) this.inside(element, around);
    else {
      this.flush(around);
      this.block(element, around);
    }
  }

  private block(element: HtmlElement, around: Around): void {
    const { tagName } = element;
    if (tagName === 'table' && around.cell === undefined && isDataTable(element)) return this.table(element, around);
    if (tagName === 'ol' || tagName === 'ul') return this.list(element, around);
    let inner = around;
    if (/^h[1-6]$/.test(tagName)) inner = { ...around, heading: Number(tagName[1]) };
    else if (tagName === 'pre' || tagName === 'xmp') inner = { ...around, fixed: true };
    this.inside(element, inner);
    this.flush(inner);
  }

  private list(list: HtmlElement, around: Around): void {
    const label = labels(list);
    for (const child of list.childNodes) {
      const isItem = isElement(child) && child.tagName === 'li' && !this.reading.leavesOut(child);
      if (!isItem) {
        this.node(child, around);
        continue;
      }
      this.flush(around);
      this.label = label(child);
      this.inside(child, around);
      this.flush(around);
      this.label = null;
    }
    this.flush(around);
  }

  private table(element: HtmlElement, around: Around): void {
    for (const caption of childElements(element).filter(({ tagName }) => tagName === 'caption')) {
      this.inside(caption, around);
      this.flush(around);
    }
    const table = this.tables++;
    for (const { cell, place } of tableCells(element)) {
      if (this.reading.leavesOut(cell)) continue;
      const inner: Around = place === undefined ? around : { cell: { table, ...place } };
      const before = this.paragraphs.length;
      this.inside(cell, inner);
      this.flush(inner);
      if (this.paragraphs.length === before && place !== undefined)
        this.paragraphs.push({ text: '', cell: inner.cell });
    }
  }
}

/** 一、 stands close to the text; 1. and • are set off. */
function withLabel(label: string, text: string): string {
  return label.endsWith('、') ? label + text : `${label} ${text}`;
}

/** The label of each item of a list, asked for in order; null for items without one. */
function labels(list: HtmlElement): (item: HtmlElement) => string | null {
  const style = attribute(list, 'style') ?? '';
  if (UNMARKED_LIST.test(style)) return () => null;
  if (list.tagName === 'ul') return () => '•';
  const chinese = CHINESE_LIST.test(style);
  const format = LIST_FORMATS[attribute(list, 'type') ?? ''] ?? 'decimal';
  let next = wholeNumber(attribute(list, 'start')) ?? 1;
  return (item) => {
    const number = wholeNumber(attribute(item, 'value')) ?? next;
    next = number + 1;
    return chinese ? `${formatNumber('chineseCounting', number)}、` : `${formatNumber(format, number)}.`;
  };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : undefined;
}
