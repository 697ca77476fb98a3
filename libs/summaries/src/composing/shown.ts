import { chineseNumeral } from '#language/numerals';
import { SECTION_KEYS, SECTIONS, type Composition, type SectionKey, type Sentence } from './composition';

/** What the writer made of the composed report: kept apart from it, and found again by the keys of sentences. */
export interface Edits {
  sentences: Record<string, SentenceEdit>;
  own: { key: string; section: SectionKey; text: string }[];
  /** The keys of a section in the writer's order; what is not named keeps its place behind. */
  order: Partial<Record<SectionKey, string[]>>;
}
export interface SentenceEdit {
  text?: string;
  /** What stood there when the writer changed it. */
  source?: string;
  hidden?: true;
}
export const NO_EDITS: Edits = { sentences: {}, own: [], order: {} };

/** A sentence as the report shows it. */
export interface ShownSentence extends Sentence {
  /** What the figures and reports of progress say at present, where the writer says something else. */
  composed?: string;
  hidden: boolean;
  own: boolean;
  edited: boolean;
  /** The words it was edited from are not those of the source any more. */
  sourceChanged: boolean;
}
export interface ShownSection {
  key: SectionKey;
  /** 一、总体进展情况 */
  heading: string;
  sentences: ShownSentence[];
}

/** The report with the writer's edits. */
export function shownSections({ sections }: Pick<Composition, 'sections'>, edits: Edits): ShownSection[] {
  return SECTION_KEYS.map((key, index) => {
    const composed = sections.find((section) => section.key === key)?.sentences ?? [];
    const own = edits.own.filter(({ section }) => section === key);
    const all = [
      ...composed.map((sentence) => shown(sentence, edits.sentences[sentence.key])),
      ...own.map(({ key: ownKey, text }) => ({
        ...{ key: ownKey, text, own: true, edited: false, sourceChanged: false },
        hidden: edits.sentences[ownKey]?.hidden === true,
      })),
    ];
    return {
      key,
      heading: `${chineseNumeral(index + 1)}、${SECTIONS[key]}`,
      sentences: ordered(all, edits.order[key]),
    };
  });
}

function shown(sentence: Sentence, edit: SentenceEdit | undefined): ShownSentence {
  const edited = edit?.text !== undefined;
  return {
    ...sentence,
    ...(edited ? { text: edit.text as string, composed: sentence.text } : {}),
    ...{ hidden: edit?.hidden === true, own: false, edited },
    sourceChanged: edited && edit.source !== sentence.text,
  };
}

function ordered(sentences: ShownSentence[], order: readonly string[] | undefined): ShownSentence[] {
  if (!order) return sentences;
  const place = new Map(order.map((key, index) => [key, index]));
  const known = sentences.filter(({ key }) => place.has(key));
  const sorted = known.toSorted((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0));
  return [...sorted, ...sentences.filter(({ key }) => !place.has(key))];
}

/** The paragraphs of a section: sentences of their own in one, then each enumeration 一是…；二是… in one. */
export function paragraphsOf({ sentences }: Pick<ShownSection, 'sentences'>): string[] {
  const paragraphs: string[] = [];
  let run: ShownSentence[] = [];
  const close = () => {
    if (run.length > 0) paragraphs.push(run[0].item ? enumerated(run) : run.map(({ text }) => stopped(text)).join(''));
    run = [];
  };
  for (const sentence of sentences.filter(({ hidden }) => !hidden)) {
    if (run.length > 0 && run[0].item !== sentence.item) close();
    run.push(sentence);
  }
  close();
  return paragraphs;
}

const enumerated = (items: readonly ShownSentence[]) =>
  items.length === 1
    ? stopped(items[0].text)
    : items.map(({ text }, index) => stopped(`${chineseNumeral(index + 1)}是${text}`)).join('');

function stopped(text: string): string {
  if (/[。！？：；]$/.test(text)) return text;
  return `${text}${text.endsWith('如下') ? '：' : '。'}`;
}
