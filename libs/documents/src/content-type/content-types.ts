/** A type of file that is taken as evidence 佐证材料. */
export interface ContentType {
  label: string;
  mediaType: string;
  /** Names that files of this type may end in; the first is given to one whose name ends otherwise. */
  extensions: readonly string[];
  /** Whether a browser may show it by itself. */
  shown: boolean;
}

const type = (label: string, mediaType: string, extensions: readonly string[], shown = false): ContentType => ({
  ...{ label, mediaType, extensions, shown },
});

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

/** All that is taken. What is not here is refused, whatever its name says. */
export const CONTENT_TYPES = {
  pdf: type('PDF', 'application/pdf', ['pdf'], true),
  ofd: type('OFD 版式文件', 'application/ofd', ['ofd']),
  docx: type('Word 文档', `${OFFICE}.wordprocessingml.document`, ['docx']),
  xlsx: type('Excel 工作簿', `${OFFICE}.spreadsheetml.sheet`, ['xlsx']),
  pptx: type('演示文稿', `${OFFICE}.presentationml.presentation`, ['pptx']),
  doc: type('Word 97 或 WPS 文档', 'application/msword', ['doc', 'wps']),
  xls: type('Excel 97 或 WPS 表格', 'application/vnd.ms-excel', ['xls', 'et']),
  ppt: type('PowerPoint 97 或 WPS 演示', 'application/vnd.ms-powerpoint', ['ppt', 'dps']),
  odt: type('ODT 文档', `${ODF}.text`, ['odt']),
  ods: type('ODS 表格', `${ODF}.spreadsheet`, ['ods']),
  odp: type('ODP 演示文稿', `${ODF}.presentation`, ['odp']),
  jpeg: type('JPEG 图片', 'image/jpeg', ['jpg', 'jpeg', 'jfif'], true),
  png: type('PNG 图片', 'image/png', ['png'], true),
  gif: type('GIF 图片', 'image/gif', ['gif'], true),
  webp: type('WebP 图片', 'image/webp', ['webp'], true),
  bmp: type('BMP 图片', 'image/bmp', ['bmp']),
  tiff: type('TIFF 图片', 'image/tiff', ['tif', 'tiff']),
  heic: type('HEIC 图片', 'image/heic', ['heic', 'heif']),
  mp4: type('视频', 'video/mp4', ['mp4', 'm4v', 'mov', '3gp']),
  utf8: type('文本', 'text/plain; charset=utf-8', ['txt', 'csv', 'md'], true),
  gb18030: type('文本', 'text/plain; charset=gb18030', ['txt', 'csv', 'md'], true),
} as const satisfies Record<string, ContentType>;
export type ContentTypeName = keyof typeof CONTENT_TYPES;

/** Whether a browser may show a stored file of this media type by itself. */
export function isShown(mediaType: string): boolean {
  return Object.values(CONTENT_TYPES).some((one) => one.shown && one.mediaType === mediaType);
}
