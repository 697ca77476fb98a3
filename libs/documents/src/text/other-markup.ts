import type { TextReader } from '../reader';
import { refuse, SAVE_AS } from '../refusals';

const HEAD = 4096;

/** Refuses what is written as text and is no text: a page saved with its pictures (MHTML), and XML. */
export const refuseOtherMarkup: TextReader = ({ text, name }) => {
  const head = text.slice(0, HEAD).trimStart();
  if (
    /^(?:from|mime-version|subject|date|content-type|snapshot-content-location):/i.test(head) &&
    /multipart\/related/i.test(head)
  ) {
    throw refuse(
      'document.unsupported',
      `${name}是单个文件网页（MHTML），暂不支持；请在浏览器中另存为“网页，仅 HTML”，或用 Word 打开后另存为 .docx 再试。`,
    );
  }
  if (/^<\?xml\s/.test(head)) {
    throw refuse('document.unsupported', `${name}是 XML 文件，不能当作报告读取；${SAVE_AS}`);
  }
  return null;
};
