import { findEnumeration, type Marker } from '#language/markers';
import { statements, type Stretch } from '#language/sentences';
import { titleOf, type Candidate } from './candidate';
import { candidate, listItems, type Place } from './step-items';
import { cutBlock, type Block } from './source-text';

/** Shorter stretches are leftovers of punctuation, no statement. */
const SHORTEST = 6;
/** 还有一些需要改进的地方。 says that there are problems, not which. */
const SAYS_NOTHING =
  /(?:存在|还有|仍有|尚有|面临|有)(?:一些|不少|许多|诸多|若干|以下|一定的?|不容忽视的|较多)(?:需要|有待|亟待|亟需|进一步|加强|改进|提高|完善|解决|重视|克服|突出|主要|不容忽视|和|、|与|的|问题|困难|短板|不足|薄弱环节|矛盾|差距)*(?:地方|之处|方面|问题|不足|差距|短板|困难|薄弱环节|挑战)[^，；]{0,4}(?:[，,](?:需要|有待|亟待|还需|亟需|仍需|需)[^，；。]{0,14})?[。：]?$/;
/** 认真查找了存在的问题 tells of the search; 离群众的期盼还有距离 says nothing in particular. */
const SEARCH =
  /(?:认真|深入|全面)(?:查找|查摆|梳理|剖析|分析)|(?:查找|查摆|梳理)(?:出)?了?[^。]{0,8}(?:问题|不足)|^(?:但|但是|然而)?(?:离|距离?|与|同|对照|相比|对标)[^。；]{2,40}(?:还|仍)?(?:有|存在)(?:着|一定|较大|很大|不小|不少|一些)?的?(?:差距|距离|不足)[，。；]?$|^(?:[^；。]*(?:虽|成效|成绩|进展|新)[^；。]{0,30}[，,])?(?:但|但是|然而)?(?:与|同|离|距|对照|对标)[^。；]{2,40}[，,]?(?:还|仍)(?:有|存在)(?:着|一定|较大|很大|不小|不少|一些)?的?(?:差距|距离|不足)[，。；]?$|正在(?:持续)?推进[。；]?$/;
const THANKS = /感谢|敬意|来之不易|正确领导|^这些(?:问题|困难|不足)[，,]?(?:有些|有的|既|必须|需要|都)/;

/**
 * The problems or causes of a stretch of a paragraph: each 一是, else each statement between ；and 。.
 * A stretch that is a marked unit of its own stays whole.
 */
export function stretchTroubles(
  kind: 'problem' | 'cause',
  block: Block,
  from: number,
  to: number,
  place: Place,
  marker: Marker | null,
): Candidate[] {
  const markers = findEnumeration(block.text, from, to);
  if (markers.length >= 2 || (markers.length === 1 && marker === null)) {
    const listed = listItems(kind, block, markers, to, place);
    // 一是…；二是…。此外，…: what the list leaves over stands beside it.
    const from = block.text.indexOf(listed[listed.length - 1].pieces[0].text, markers[markers.length - 1].start);
    const rest = from + listed[listed.length - 1].pieces[0].text.length;
    const beside = /^[\s　]*(?:此外|另外|同时|还有)/.test(block.text.slice(rest, to));
    return beside ? [...listed, ...stretchTroubles(kind, block, rest, to, place, null)] : listed;
  }
  if (marker !== null) {
    const cut = cutBlock(block, marker.start, to);
    const words = cut.text.slice(marker.end - marker.start);
    if (words.length < SHORTEST || /[：:]$/.test(words)) return [];
    return [candidate(kind, [cut], marker, titleOf(words), place)];
  }
  return (kind === 'cause' ? reasonsIn(block.text, from, to) : statements(block.text, from, to))
    .map(({ start, end }) => cutBlock(block, start, end))
    .filter(
      ({ text }) =>
        text.length >= SHORTEST &&
        !/[：:]$/.test(text) &&
        !SAYS_NOTHING.test(text) &&
        !SEARCH.test(text) &&
        !THANKS.test(text),
    )
    .map((cut) => candidate(kind, [cut], null, titleOf(cut.text), place));
}

/** 既有客观因素，更有主观原因 are two. */
function reasonsIn(text: string, from: number, to: number): Stretch[] {
  return statements(text, from, to).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const second = /^既[有是][^。；]{4,}?[，,](?=(?:更|也|又|同时)[有是])/.exec(sentence);
    if (second === null) return [{ start, end }];
    const cut = start + second[0].length;
    return [
      { start, end: cut },
      { start: cut, end },
    ];
  });
}
