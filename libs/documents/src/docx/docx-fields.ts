import { alternative, isGone } from './docx-markup';
import { elements, type XmlNode } from '../archive/xml-tree';

interface Field {
  instruction: string;
  /** The separator has come: what follows is shown. */
  result: boolean;
}

/**
 * The fields of a story (PAGE, TOC, HYPERLINK): begin, instruction, separator, result, end, over as many paragraphs as they like.
 * A begin without end or an end without begin, as cut documents have them, is no field: otherwise all that follows would be hidden.
 */
export class Fields {
  private readonly paired = new Set<XmlNode>();
  private open: Field[] = [];
  /** How many of the open fields are before their result, and how many are tables of contents. */
  private instructions = 0;
  private contents = 0;

  constructor(story: XmlNode | undefined) {
    this.pair(story, []);
  }

  /** Whether text here is a part of an instruction, which nobody sees. */
  get instructing(): boolean {
    return this.instructions > 0;
  }

  /** Whether text here is an entry of a table of contents. */
  get inContents(): boolean {
    return this.contents > 0;
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    // Instructions are short; a long one is no instruction.
    if (field !== undefined && !field.result && field.instruction.length < 500) field.instruction += text;
  }

  /** Takes a field mark; gives the text of a field that shows its own instruction (①, made of ○ and 1). */
  meet(mark: XmlNode): string {
    if (!this.paired.has(mark)) return '';
    const kind = mark.attributes['w:fldCharType'];
    if (kind === 'begin') this.begin();
    else if (kind === 'separate') this.separate();
    else if (kind === 'end') return this.end();
    return '';
  }

  /** Reads a story of its own inside this one, such as a text box: the fields around it do not reach into it. */
  apart(read: () => void): void {
    const { open, instructions, contents } = this;
    [this.open, this.instructions, this.contents] = [[], 0, 0];
    read();
    [this.open, this.instructions, this.contents] = [open, instructions, contents];
  }

  private begin(): void {
    this.open.push({ instruction: '', result: false });
    this.instructions++;
  }

  private separate(): void {
    const field = this.open.at(-1);
    if (field === undefined || field.result) return;
    field.result = true;
    this.instructions--;
    if (isContents(field.instruction)) this.contents++;
  }

  private end(): string {
    const field = this.open.pop();
    if (field === undefined) return '';
    if (field.result) {
      if (isContents(field.instruction)) this.contents--;
      return '';
    }
    this.instructions--;
    return this.instructing ? '' : enclosed(field.instruction);
  }

  private pair(node: XmlNode | undefined, begun: XmlNode[][]): void {
    for (const child of elements(node)) {
      if (isGone(child)) continue;
      if (child.name === 'w:fldChar') this.pairMark(child, begun);
      else if (child.name === 'mc:AlternateContent') this.pair(alternative(child), begun);
      else this.pair(child, child.name === 'w:txbxContent' ? [] : begun);
    }
  }

  /** `begun` has the marks of every field that is open. */
  private pairMark(mark: XmlNode, begun: XmlNode[][]): void {
    const kind = mark.attributes['w:fldCharType'];
    if (kind === 'begin') begun.push([mark]);
    else if (kind === 'separate') begun.at(-1)?.push(mark);
    else if (kind === 'end') for (const one of begun.pop()?.concat(mark) ?? []) this.paired.add(one);
  }
}

export function isContents(instruction: string): boolean {
  return /^\s*TOC\b/i.test(instruction);
}

/** 带圈字符: the field EQ \o\ac(○,1) draws 1 inside ○. */
function enclosed(instruction: string): string {
  const inner = /^\s*eq\s*\\o\s*\\ac\s*\(([^,()]*),([^()]*)\)/i.exec(instruction);
  if (inner === null) return '';
  const [shape, text] = [inner[1].trim(), inner[2].trim()];
  const value = Number(text);
  const circle = /^[○〇◯Oo]$/.test(shape) && Number.isInteger(value) && value >= 1 && value <= 20;
  return circle ? String.fromCodePoint(0x2460 + value - 1) : text;
}
