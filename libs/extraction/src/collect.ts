import { enumerationStart, findEnumeration } from '#language/markers';
import type { Candidate } from './candidate';
import { hasLeadTitle, titleOf } from './candidate';
import type { ExtractedSection, SectionKind } from './extraction.types';
import { isLabelledUnit, labelledUnit } from './labelled-unit';
import { isSettledProblem, openMeasures, openSentences } from './rectification';
import { AFTER_PLAN, type Node } from './outline';
import { headingEnd, isBareCue, isGroup, isParagraph, isPart, lastEnd } from './node-parts';
import { introducesPlan, opensPlanYear, turnsToPlan } from './plan-openings';
import { passagesOf, type Passage, type ReportTimes } from './passages';
import {
  candidate,
  attachFields,
  isConcrete,
  isFieldLine,
  leafSteps,
  ownSteps,
  paragraphSteps,
  stretchSteps,
  type Place,
} from './step-items';
import { cutBlock, sourceEnd, sourceStart, type Block } from './source-text';
import { isTableBlock, tableItems } from './task-tables';
import { stretchTroubles } from './trouble-items';

export interface Collected {
  sections: ExtractedSection[];
  candidates: Candidate[];
  /** Stretches of review, where pledges may hide. */
  reviews: { block: Block; sectionId: string; group: string[] }[];
}

interface Scope {
  sectionId: string;
  path: string[];
  group: string[];
  /** Inside a part on how problems were rectified. */
  rectifying: boolean;
}

/** The items of a report's outline, and its sections. */
export function collect(root: Node, reportEnd: number, times: ReportTimes): Collected {
  return new Collector(reportEnd, times).run(root);
}

class Collector {
  private readonly sections: ExtractedSection[] = [];
  private readonly candidates: Candidate[] = [];
  private readonly reviews: Collected['reviews'] = [];

  constructor(
    private readonly reportEnd: number,
    private readonly times: ReportTimes,
  ) {}

  run(root: Node): Collected {
    const first = root.children[0]?.block ?? root.block;
    const head = this.section([root.title], root.kind, root.why, first.start, this.reportEnd);
    const scope: Scope = { sectionId: head.id, path: [], group: [], rectifying: /整改/.test(root.title) };
    this.visit(root, scope, true);
    this.sections.sort((one, other) => one.start - other.start || other.end - one.end);
    return { sections: this.sections, candidates: this.candidates, reviews: this.reviews };
  }

  private section(path: string[], kind: SectionKind, why: string, start: number, end: number): ExtractedSection {
    const section = { id: `s${this.sections.length + 1}`, path, kind, why: why === '' ? [] : [why], start, end };
    this.sections.push(section);
    return section;
  }

  /** `isRoot`: the node's own block is the title and holds no content. */
  private visit(node: Node, above: Scope, isRoot = false): void {
    const scope = isRoot ? above : this.enter(node, above);
    if (!isRoot && isLabelledUnit(node)) {
      const place = this.place(scope, `section:${node.kind}`);
      this.candidates.push(...labelledUnit(node, place, this.headline(node), this.times));
    } else if (node.kind === 'next_steps')
      this.steps(node, scope, isRoot || (node.turns && node.why !== AFTER_PLAN) || node.opens);
    else this.prose(node, scope, isRoot);
  }

  /** A part opens a section when it stands at the top or turns to something else. */
  private enter(node: Node, above: Scope): Scope {
    const rectifying = above.rectifying || node.why === 'heading:整改情况';
    if (node.depth > 1 && !node.turns) return rectifying === above.rectifying ? above : { ...above, rectifying };
    const path = [...above.path, ...(node.depth > 1 ? above.group : []), this.headline(node)];
    const section = this.section(path, node.kind, node.why, node.block.start, lastEnd(node));
    return { sectionId: section.id, path, group: [], rectifying };
  }

  private headline(node: Node): string {
    return ((node.marker?.text ?? '') + node.title).slice(0, 60);
  }

  private place(scope: Scope, why: string): Place {
    return { sectionId: scope.sectionId, group: scope.group, why };
  }

  /** A part on future work. `heading`: its own block is only the name of the part. */
  private steps(node: Node, scope: Scope, heading: boolean): void {
    const place = this.place(scope, 'section:next_steps');
    const parts = node.children.filter(isPart);
    const bodies = node.children.filter(isParagraph);
    this.tables(bodies, 'next_steps', scope);
    const plain = bodies.filter(({ block }) => !isTableBlock(block));
    const paragraphs = attachFields(plain.map(({ block }) => [block]));
    if (parts.length === 0) {
      // A heading over a table is the name of the table.
      if (plain.length < bodies.length && plain.length === 0) return;
      if (heading) this.candidates.push(...paragraphSteps([...this.afterHeading(node), ...paragraphs], place));
      else
        this.candidates.push(
          ...leafSteps(plain.length === node.children.length ? node : { ...node, children: plain }, place),
        );
      return;
    }
    // Paragraphs before the first marked part introduce it, unless they carry titles of their own.
    const before = [...(heading ? this.afterHeading(node) : []), ...paragraphs];
    if (
      before.filter(([first]) => hasLeadTitle(first.text)).length >= 2 ||
      before.some(([first]) => findEnumeration(first.text).length > 2)
    ) {
      this.candidates.push(...paragraphSteps(before, place));
    } else {
      for (const [first] of before) this.troubles(first, scope);
      this.candidates.push(
        ...paragraphSteps(
          before.filter(([first]) => isConcrete(first.text)),
          place,
        ),
      );
    }
    if (!heading && node.marker !== null) this.candidates.push(...ownSteps(node, place));
    const inner: Scope =
      heading || node.depth === 1 ? scope : { ...scope, group: [...scope.group, this.headline(node)] };
    for (const part of parts) this.visit(part, inner);
  }

  /** The shortcomings that the introduction of a plan names before it turns to the plan. */
  private troubles(block: Block, scope: Scope): void {
    for (const passage of passagesOf(block, 0, 'review', this.times))
      if (passage.kind === 'problems' || passage.kind === 'causes') this.passage(block, passage, 'review', scope);
  }

  /** What a heading's own block says after the heading. */
  private afterHeading(node: Node): Block[][] {
    if (node.marker === null && !node.opens) return [];
    const rest = cutBlock(node.block, headingEnd(node), node.block.text.length);
    return rest.text.length < 10 ? [] : [[rest]];
  }

  /** A part that tells of work done, problems or causes; labels and lead words inside its paragraphs turn it. */
  private prose(node: Node, scope: Scope, isRoot: boolean): void {
    const bodies = node.children.filter(isParagraph);
    const trouble = node.kind === 'problems' || node.kind === 'causes';
    this.tables(bodies, node.kind, scope);
    if (scope.rectifying && isSettledProblem(node)) {
      this.rectified(node, scope);
      return;
    }
    if (trouble && !node.turns && node.marker !== null && !node.children.some(isPart) && !isBareCue(node)) {
      this.markedTrouble(
        node,
        bodies.filter(({ block }) => !isTableBlock(block)),
        scope,
      );
      return;
    }
    let carried: SectionKind | null = null;
    if (!isRoot && !isBareCue(node) && !isGroup(node)) {
      const from = node.turns || node.opens || node.depth === 1 ? headingEnd(node) : (node.marker?.end ?? 0);
      carried = this.paragraph(node.block, from, node.kind, scope);
    }
    const inner: Scope =
      node.turns || isRoot
        ? scope
        : { ...scope, group: node.depth === 1 ? scope.group : [...scope.group, this.headline(node)] };
    for (const [index, child] of node.children.entries()) {
      if (carried === 'next_steps') {
        // What the lead has opened goes on to the end of the part.
        const rest = node.children.slice(index).map((each) => continued(each, 'next_steps'));
        this.steps({ ...node, marker: null, opens: false, kind: 'next_steps', children: rest }, inner, true);
        return;
      }
      if (isPart(child)) this.visit(carried === null ? child : continued(child, carried), inner);
      else if (isParagraph(child) && !isTableBlock(child.block)) {
        if (isFieldLine(child.block.text) && this.belongsToLast(child.block)) continue;
        if (node.depth <= 1 && opensPlanYear(child.block.text, this.times)) {
          carried = 'next_steps';
          const listed = findEnumeration(child.block.text).length > 1;
          if (!listed) continue;
        }
        carried = this.paragraph(child.block, 0, carried ?? node.kind, scope);
      }
    }
  }

  /** Reads one paragraph by its labels and lead words. Gives what the paragraphs after it go on with, or null. */
  private paragraph(block: Block, from: number, kind: SectionKind, scope: Scope): SectionKind | null {
    const passages = passagesOf(block, from, kind, this.times);
    if (kind === 'next_steps' && passages.length === 1 && passages[0].kind === kind) {
      this.candidates.push(
        ...paragraphSteps([[cutBlock(block, from, block.text.length)]], this.place(scope, 'lead:下一步')),
      );
      return kind;
    }
    for (const passage of passages) this.passage(block, passage, kind, scope);
    const last = passages[passages.length - 1];
    if ((kind === 'other' && introducesPlan(block.text)) || turnsToPlan(block.text)) return 'next_steps';
    if (last === undefined || !isSection(last.kind) || last.kind === kind) return null;
    const whole = passages.length === 1 && (last.opening?.start ?? last.start) === from;
    return (last.kind === 'next_steps' && whole) || last.start >= last.end ? last.kind : null;
  }

  private passage(block: Block, passage: Passage, kind: SectionKind, scope: Scope): void {
    const { start, end } = passage;
    const turned = passage.why !== '';
    if (passage.kind === 'remedy' || passage.kind === 'goal' || passage.kind === 'field' || start >= end) return;
    const why = !turned
      ? `section:${passage.kind}`
      : passage.why.startsWith('label:')
        ? passage.why
        : `lead:${passage.why}`;
    if (passage.kind === 'progress') {
      this.candidates.push(...openSentences(block, start, end, this.place(scope, why), this.times));
      return;
    }
    if (passage.kind === 'next_steps') {
      this.candidates.push(...stretchSteps(block, start, end, this.leadPlace(block, passage, scope, why)));
    } else if (passage.kind === 'problems' || passage.kind === 'causes') {
      const troubleKind = passage.kind === 'problems' ? 'problem' : 'cause';
      const place =
        turned && kind !== passage.kind ? this.leadPlace(block, passage, scope, why) : this.place(scope, why);
      this.candidates.push(...stretchTroubles(troubleKind, block, start, end, place, null));
    } else if (passage.kind === 'review' || kind === 'review' || scope.path.length === 0) {
      this.reviews.push({ block: cutBlock(block, start, end), sectionId: scope.sectionId, group: scope.group });
    }
  }

  /** 责任单位：… under a next step belongs to it. */
  private belongsToLast(block: Block): boolean {
    const last = this.candidates[this.candidates.length - 1];
    if (last?.kind !== 'next_step' || block.start - last.pieces[last.pieces.length - 1].end > 4) return false;
    last.pieces.push(block);
    return true;
  }

  /** A passage that turns is a section of its own, named by its lead words. */
  private leadPlace(block: Block, passage: Passage, scope: Scope, why: string): Place {
    if (!isSection(passage.kind)) return this.place(scope, why);
    const at = passage.opening?.start ?? passage.start;
    const section = this.section(
      [...scope.path, ...scope.group, leadWords(block.text.slice(at, at + 60))],
      passage.kind,
      why,
      sourceStart(block, at),
      sourceEnd(block, passage.end),
    );
    return { sectionId: section.id, group: [], why };
  }

  /** 1.基层基础不牢。… with its paragraphs: one problem, up to the words that turn to something else. */
  private markedTrouble(node: Node, bodies: Node[], scope: Scope): void {
    const kind = node.kind === 'problems' ? 'problem' : 'cause';
    const place = this.place(scope, `section:${node.kind}`);
    const [own, ...others] = merged(
      passagesOf(node.block, node.marker?.end ?? 0, node.kind, this.times),
      node.kind,
      node.block.text,
    );
    const from = enumerationStart(node.block.text, node.marker);
    let open: Candidate | null = null;
    if (own.kind === node.kind) {
      const found = stretchTroubles(kind, node.block, from, own.end, place, null);
      const listed = findEnumeration(node.block.text, from, own.end).length > 1;
      if (listed)
        this.candidates.push(
          ...(from === 0 ? found : found.map((each) => ({ ...each, group: [...place.group, this.headline(node)] }))),
        );
      else
        open = candidate(
          kind,
          [cutBlock(node.block, 0, own.end)],
          node.marker,
          titleOf(node.title || node.block.text),
          place,
        );
    } else this.passage(node.block, own, node.kind, scope);
    for (const passage of others) this.passage(node.block, passage, node.kind, scope);
    if (
      bodies.length > 0 &&
      (/方面$/.test(node.title) || !TROUBLE.test(node.title)) &&
      headingEnd(node) >= node.block.text.length
    )
      open = null;
    let extending = open !== null && others.length === 0;
    for (const { block } of bodies) {
      const [first, ...rest] = passagesOf(block, 0, node.kind, this.times);
      const listed = findEnumeration(block.text, first.start, first.end).length > 1;
      if (extending && first.kind === node.kind && !listed) open?.pieces.push(cutBlock(block, first.start, first.end));
      else {
        if (listed && first.kind === node.kind && open?.pieces.length === 1) open = null;
        this.passage(
          block,
          first,
          node.kind,
          listed ? { ...scope, group: [...scope.group, this.headline(node)] } : scope,
        );
      }
      for (const passage of rest) this.passage(block, passage, node.kind, scope);
      extending = extending && rest.length === 0;
    }
    if (open !== null && node.block.text.length - (node.marker?.end ?? 0) >= 4 && !/[：:]$/.test(open.pieces[0].text))
      this.candidates.push(open);
  }

  /** 1.关于…问题的整改: the heading is the problem, and what is still to be done under it are next steps. */
  private rectified(node: Node, scope: Scope): void {
    const heading = cutBlock(node.block, 0, headingEnd(node));
    this.candidates.push(
      candidate('problem', [heading], node.marker, titleOf(node.title), this.place(scope, 'heading:问题')),
    );
    const place: Place = {
      sectionId: scope.sectionId,
      group: [...scope.group, this.headline(node)],
      why: 'rectification:待完成',
    };
    const rest = cutBlock(node.block, headingEnd(node), node.block.text.length);
    this.candidates.push(
      ...openMeasures([...(rest.text.length > 8 ? [rest] : []), ...node.children], place, this.times),
    );
  }

  private tables(bodies: Node[], kind: SectionKind, scope: Scope): void {
    const cells = bodies.filter(({ block }) => isTableBlock(block)).map(({ block }) => block);
    if (cells.length > 0) this.candidates.push(...tableItems(cells, kind, this.place(scope, 'table:row')));
  }
}

const SECTIONS: readonly string[] = ['review', 'problems', 'causes', 'next_steps', 'other'];
function isSection(kind: Passage['kind']): kind is SectionKind {
  return SECTIONS.includes(kind);
}

/** A heading without any of these is the name of what the problems below belong to: 聚福楼酒店. */
const TROUBLE =
  /不|未|没|缺|差|弱|低|慢|滞后|问题|少|偏|乏|松|虚|空|形式|矛盾|突出|隐患|违|超|欠|浅|淡化|下滑|难|短板|瓶颈|有待|需|仍|还|风险/;

/** Passages of the node's own kind one after another are one: “…描述不够精准。…底稿支撑不足。” */
function merged([own, ...others]: Passage[], kind: SectionKind, text: string): Passage[] {
  const other = others.findIndex(
    (passage) =>
      passage.kind !== kind || /^(?:但|此外|同时|另外|还)/.test(text.slice(passage.opening?.start ?? passage.start)),
  );
  const same = own.kind === kind ? (other < 0 ? others.length : other) : 0;
  return same === 0 ? [own, ...others] : [{ ...own, end: others[same - 1].end }, ...others.slice(same)];
}

/** A part under a lead (下一步，重点做好以下工作：) is of the lead's kind, unless a heading of its own says otherwise. */
function continued(node: Node, kind: SectionKind): Node {
  if (node.turns || node.why.startsWith('heading:')) return node;
  return { ...node, kind, children: node.children.map((child) => continued(child, kind)) };
}

/** The words that open a passage, as the name of its section: 下步工作中, 存在这些问题的原因. */
function leadWords(text: string): string {
  return text.split(/[，,：:。；]/)[0].slice(0, 30);
}
