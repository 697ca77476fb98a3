import { enumerationStart, findEnumeration } from '#language/markers';
import { sentences } from '#language/sentences';
import { titleOf, type Candidate } from './candidate';
import { labelsIn, type LabelRole } from './labels';
import type { Node } from './outline';
import type { ReportTimes } from './passages';
import { isDone, isOpen, isSettledProblem, openMeasures, openSentences } from './rectification';
import { isSignOff } from './rhetoric';
import { candidate, isFieldLine, leafSteps, listItems, type Place } from './step-items';
import { cutBlock, type Block } from './source-text';

/** A stretch of a block and the role that the label before it gives to it; null before the first label. */
interface Segment {
  role: LabelRole | null;
  block: Block;
  start: number;
  end: number;
}

/**
 * Whether a part is an entry of its own with labels: a problem with 产生原因：…, 整改措施：…, 责任单位：….
 * It has measures or progress, and what they answer: a problem by its label or by the part's title.
 */
export function isLabelledUnit(node: Node): boolean {
  if (node.marker === null && !node.opens) return false;
  const roles = new Set<LabelRole>();
  if (node.block.colon) for (const { role } of labelsIn(node.block.text)) roles.add(role);
  for (const { marker, opens, block } of node.children)
    if (block.colon && marker === null && !opens) for (const { role } of labelsIn(block.text)) roles.add(role);
  if (!roles.has('next_steps') && !roles.has('progress')) return false;
  return roles.has('problems') || isSettledProblem(node);
}

/** The items of a labelled entry. */
export function labelledUnit(node: Node, place: Place, headline: string, times: ReportTimes): Candidate[] {
  return new UnitReader(node, place, headline, times).read();
}

class UnitReader {
  private readonly found: Candidate[] = [];
  private role: LabelRole | null = null;
  /** The item that plain paragraphs go on with. */
  private open: Candidate | null = null;
  /** Next steps since the last label of measures; fields under several of them belong to none alone. */
  private measures = 0;
  /** Whether the last label stood alone, so that each paragraph after it is a statement of its own. */
  private bare = false;
  /** 整改情况：已完成 settles the entry with all its measures. */
  private settled = false;

  constructor(
    private readonly node: Node,
    private readonly place: Place,
    private readonly headline: string,
    private readonly times: ReportTimes,
  ) {}

  read(): Candidate[] {
    const from = this.node.marker?.end ?? 0;
    for (const segment of this.segments(this.node.block, from)) this.segment(segment);
    for (const child of this.node.children) this.child(child);
    return this.settled ? this.found.filter(({ kind }) => kind !== 'next_step') : this.found;
  }

  private child(child: Node): void {
    if (child.marker !== null || child.opens) this.part(child);
    else if (!isSignOff(child.block.text)) for (const segment of this.segments(child.block, 0)) this.segment(segment);
  }

  private segments(block: Block, from: number): Segment[] {
    const labels = labelsIn(block.text, from);
    const first = labels[0]?.start ?? block.text.length;
    const head = first > from ? [{ role: null, block, start: from, end: first }] : [];
    return [
      ...head,
      ...labels.map(({ role, end }, at) => ({
        role,
        block,
        start: end,
        end: labels[at + 1]?.start ?? block.text.length,
      })),
    ];
  }

  private segment(segment: Segment): void {
    if (segment.role !== null && segment.role !== 'field') {
      this.role = segment.role;
      this.open = null;
      this.measures = 0;
      this.bare = segment.start >= segment.end;
      if (!this.bare) this.labelled(segment);
    } else if (segment.role === 'field' || isFieldLine(segment.block.text)) this.field(segment);
    else if (segment.block === this.node.block) this.title(segment);
    else this.plain(segment);
  }

  /** The words of the part itself before any label. */
  private title(segment: Segment): void {
    if (!isSettledProblem(this.node)) return;
    const { block, end } = segment;
    this.open = candidate('problem', [cutBlock(block, 0, end)], this.node.marker, titleOf(this.node.title), this.place);
    this.found.push(this.open);
  }

  private labelled({ role, block, start, end }: Segment): void {
    if (role === 'problems' || role === 'causes') this.trouble(role, block, start, end);
    else if (role === 'next_steps') this.measure(block, start, end);
    else if (role === 'progress') this.progress(block, start, end);
  }

  private trouble(role: 'problems' | 'causes', block: Block, start: number, end: number): void {
    const kind = role === 'problems' ? 'problem' : 'cause';
    const markers = findEnumeration(block.text, start, end);
    if (markers.length > 1) {
      this.found.push(...listItems(kind, block, markers, end, this.inner()));
      return;
    }
    const cut = cutBlock(block, start, end);
    if (cut.text.length < 4) return;
    this.open = candidate(kind, [cut], null, titleOf(cut.text), this.inner());
    this.found.push(this.open);
  }

  private measure(block: Block, start: number, end: number): void {
    const markers = findEnumeration(block.text, start, end);
    if (markers.length > 1) {
      const items = listItems('next_step', block, markers, end, this.inner());
      this.found.push(
        ...items.filter((item) => !isDone(item.pieces[0].text.slice(item.ordinal?.length ?? 0), this.times)),
      );
      this.measures += items.length;
      return;
    }
    let from = start;
    for (const part of sentences(block.text, start, end)) {
      const sentence = block.text.slice(part.start, part.end);
      if (!isDone(sentence, this.times)) break;
      from = part.end;
    }
    const cut = cutBlock(block, from, end);
    if (cut.text.length < 6) return;
    this.open = candidate('next_step', [cut], null, titleOf(cut.text), this.inner());
    this.found.push(this.open);
    this.measures++;
  }

  private progress(block: Block, start: number, end: number): void {
    if (SETTLED.test(block.text.slice(start, start + 16)) && !isOpen(block.text.slice(start, end), this.times))
      this.settled = true;
    const items = openSentences(block, start, end, this.inner(), this.times);
    this.found.push(...items);
    this.measures += items.length;
    this.open = null;
  }

  private plain({ block, start, end }: Segment): void {
    if (this.role === 'next_steps' && this.bare) this.measure(block, start, end);
    else if ((this.role === 'problems' || this.role === 'causes') && this.bare)
      this.trouble(this.role, block, start, end);
    else if (this.role === 'progress') this.progress(block, start, end);
    else if (this.role === null && isOpen(block.text, this.times)) this.progress(block, start, end);
    else if (this.role !== 'goal') this.open?.pieces.push(cutBlock(block, start, end));
  }

  private field({ block, start, end }: Segment): void {
    const last = this.found[this.found.length - 1];
    if (last?.kind !== 'next_step' || this.measures !== 1) return;
    last.pieces.push(cutBlock(block, Math.max(0, fieldStart(block.text, start)), end));
  }

  private part(child: Node): void {
    if (this.role === 'progress' || this.role === null)
      this.found.push(...openMeasures([child], this.inner(), this.times));
    else if (this.role === 'problems' || this.role === 'causes') {
      const from = enumerationStart(child.block.text, child.marker);
      const kind = this.role === 'problems' ? 'problem' : 'cause';
      const words = child.block.text.slice(child.marker?.end ?? 0);
      if (from >= 0 && words.length > 4)
        this.found.push(candidate(kind, [child.block], child.marker, titleOf(words), this.inner()));
    } else if (this.role === 'next_steps') {
      this.measurePart(child);
    }
  }

  /** 2.…， with its owner and limit; the labels after them (整改进展：…) belong to the entry again. */
  private measurePart(child: Node): void {
    const at = child.children.findIndex(({ block }) => {
      const [label] = labelsIn(block.text);
      return label?.start === 0 && label.role !== 'field' && label.role !== 'goal';
    });
    const own = at < 0 ? child : { ...child, children: child.children.slice(0, at) };
    if (!isDone(child.block.text.slice(child.marker?.end ?? 0), this.times)) {
      this.found.push(...leafSteps(own, this.inner()));
      this.measures++;
    }
    if (at >= 0) for (const rest of child.children.slice(at)) this.child(rest);
  }

  private inner(): Place {
    return { ...this.place, group: [...this.place.group, this.headline] };
  }
}

const SETTLED = /^(?:目前|现)?(?:均|都|全部)?已(?:经|全部|按期|按时|如期)*(?:完成|整改|销号|办结)/;

/** Where the label before `content` begins. */
function fieldStart(text: string, content: number): number {
  const label = labelsIn(text).find(({ end }) => end === content);
  return label?.start ?? content;
}
