import { CharacterSet } from '#language/character-set';
import { sentences } from '#language/sentences';
import type { ItemKind } from './extraction.types';
import { cutBlock, type Block } from './source-text';

/** An item before its deadlines and units are read: the paragraphs it is made of and where it was found. */
export interface Candidate {
  kind: ItemKind;
  /** In the order of the text; the item reaches from the first to the last. */
  pieces: Block[];
  ordinal: string | null;
  title: string;
  group: string[];
  sectionId: string;
  why: string[];
}

/** A title stands before this many characters; a longer first sentence is no title. */
const LONGEST_TITLE = 40;

/** 整改措施：… says what sort of words follow. */
const LABEL = /^(?:整改|工作|具体|主要|改进|下一步)?(?:措施|举措|任务|打算)[：:]/;
/** 下步工作中，我区将 says when and who, not what. */
const LEAD_WORDS =
  /^(?:针对[^，。]{0,16}[，,])?(?:下一?步|下一?阶段|接下来|今后|明年|下半年|新的一年)(?:的?工作)?(?:中|里)?[，,]?(?:我[^，。]{0,4}|我们)?(?:将|要)?(?=[^，。]{4})/;

const TITLE_STOPS = new CharacterSet('。：:；;！？\n');
const LEAD_STOPS = new CharacterSet('。：:');
const COMMAS = new CharacterSet('，,');

/** The item's title: its first sentence when short, else its first clause. */
export function titleOf(text: string): string {
  const head = withoutStart(withoutStart(text.slice(0, 160), LABEL), LEAD_WORDS);
  const stop = TITLE_STOPS.indexIn(head);
  const sentence = (stop < 0 ? head : head.slice(0, stop)).trim();
  if (sentence.length <= LONGEST_TITLE) return sentence;
  const comma = COMMAS.indexIn(sentence);
  if (comma >= 4 && comma <= LONGEST_TITLE) return sentence.slice(0, comma);
  return sentence.slice(0, 30);
}

function withoutStart(text: string, start: RegExp): string {
  const found = start.exec(text);
  return found === null ? text : text.slice(found[0].length);
}

/** Whether a paragraph begins with a title of its own: 持续扩大有效投资。加强优质项目储备…. */
export function hasLeadTitle(text: string): boolean {
  const stop = LEAD_STOPS.indexIn(text, 0, 34);
  return stop >= 3 && text.length - stop > 20 && !/^(?:总之|此外|同时|另外|当前|目前)/.test(text);
}

/** The block without its closing sentences for which `drop` is true; at least one sentence stays. */
export function withoutClosing(block: Block, drop: (sentence: string) => boolean): Block {
  const parts = sentences(block.text);
  let keep = parts.length;
  while (keep > 1 && drop(block.text.slice(parts[keep - 1].start, parts[keep - 1].end))) keep--;
  return keep === parts.length || keep === 0 ? block : cutBlock(block, 0, parts[keep - 1].end);
}
