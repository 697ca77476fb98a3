import { CONTENT_TYPES, type ContentType, type ContentTypeName } from './content-types';

const LONGEST = 150;

/** The name under which a file of `type` is kept: without signs that hide how it ends, and ending as its content says. */
export function trueName(given: string, typeName: ContentTypeName): { name: string; notice: string | null } {
  const type: ContentType = CONTENT_TYPES[typeName];
  // Control characters and marks of writing direction make "报告\u202Efdp.exe" look like a PDF.
  const clean =
    given
      .normalize('NFC')
      .replace(/[\p{C}/\\]/gu, '')
      .trim() || '未命名文件';
  const dot = clean.lastIndexOf('.');
  const ending = dot < 0 ? '' : clean.slice(dot + 1).toLowerCase();
  const fits = type.extensions.includes(ending);
  const stem = (dot > 0 ? clean.slice(0, dot) : clean).slice(0, LONGEST);
  const name = `${stem}.${fits ? ending : type.extensions[0]}`;
  const notice = fits ? null : `“${clean}”的内容是${type.label}，已按“${name}”保存。`;
  return { name, notice };
}
