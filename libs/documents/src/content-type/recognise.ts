import { isUtf8 } from 'node:buffer';
import { ArchiveError, END_RECORD_WITHIN, endRecord, entriesIn } from '../archive/zip-archive';
import { fileKind } from '../file-kind';
import { decodeText } from '../text/encoding';
import { CompoundFile } from '../word97/compound-file';
import type { ContentTypeName } from './content-types';

/** Bytes that lie somewhere and are read piece by piece. */
export interface Content {
  size: number;
  /** The bytes from `from` up to `to`, fewer at the end. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** What a file is, or in Chinese why it is not taken: “这是…”. */
export type Recognised = { type: ContentTypeName } | { refused: string };

const HEAD = 64 << 10;

const PICTURES: Record<string, ContentTypeName> = {
  PNG: 'png',
  JPEG: 'jpeg',
  GIF: 'gif',
  WebP: 'webp',
  BMP: 'bmp',
  TIFF: 'tiff',
};

const UNPACK = '压缩包，请解压后逐个上传其中的文件';
const MACROS = '带宏的 Office 文件，请另存为不带宏的格式后上传';
const PROTECTED = '加了密码的 Office 文件，无法核对内容，请去掉密码后上传';

/** By the files in a zip archive; the first that fits. */
const PACKED: readonly { entry: RegExp; is: Recognised }[] = [
  { entry: /(?:^|\/)vbaProject\.bin$/i, is: { refused: MACROS } },
  { entry: /^word\/document\d*\.xml$/, is: { type: 'docx' } },
  { entry: /^xl\/workbook\d*\.xml$/, is: { type: 'xlsx' } },
  { entry: /^ppt\/presentation\d*\.xml$/, is: { type: 'pptx' } },
  { entry: /^OFD\.xml$/i, is: { type: 'ofd' } },
];

/** By the streams of a compound file; the first that fits. */
const STREAMS: readonly { stream: RegExp; is: Recognised }[] = [
  { stream: /^EncryptedPackage$/, is: { refused: PROTECTED } },
  { stream: /^WordDocument$/, is: { type: 'doc' } },
  { stream: /^(?:Workbook|Book)$/, is: { type: 'xls' } },
  { stream: /^PowerPoint Document$/, is: { type: 'ppt' } },
];

/** By the brand of an ISO media file; the first that fits. */
const BRANDS: readonly { brand: RegExp; is: Recognised }[] = [
  { brand: /^(?:heic|heix|heim|heis|hevc|mif1|msf1)$/, is: { type: 'heic' } },
  { brand: /^(?:isom|iso\d|mp4\d|avc1|M4V |MSNV|dash|qt {2}|3g[pg2].)$/, is: { type: 'mp4' } },
];

/** Text that a browser or a shell would carry out. */
const ACTIVE: readonly { sign: RegExp; name: string }[] = [
  { sign: /<svg[\s>]/i, name: 'SVG 矢量图，可能带有脚本，请另存为 PNG 后上传' },
  {
    sign: /<(?:!doctype\s+html|html|head|body|script|iframe|object)[\s>]/i,
    name: '网页或带脚本的文件，请另存为 PDF 后上传',
  },
  { sign: /^\s*(?:#!|@echo\s+off|<\?php|<%@)/i, name: '脚本程序' },
  { sign: /^\s*<\?xml/i, name: 'XML 文件，请另存为 PDF 或 Word 后上传' },
];

/** Says by the content what a file is; its name is not asked. Reads the whole of compound files only. */
export async function recognise(content: Content): Promise<Recognised> {
  const head = await content.read(0, HEAD);
  if (ascii(head, 4, 8) === 'ftyp') {
    const brand = ascii(head, 8, 12);
    return (
      BRANDS.find((one) => one.brand.test(brand))?.is ?? { refused: '不支持的音像格式，请转为 MP4 或 JPEG 后上传' }
    );
  }
  const kind = fileKind(head);
  if (kind.kind === 'pdf') return { type: 'pdf' };
  if (kind.kind === 'picture') return { type: PICTURES[kind.name] };
  if (kind.kind === 'zip') return damagedIfBroken(() => packed(content, head));
  if (kind.kind === 'cfb') return damagedIfBroken(() => compound(content));
  if (kind.kind === 'rtf') return { refused: 'RTF 文件，请另存为 Word 文档后上传' };
  if (kind.kind === 'other') return { refused: /压缩/.test(kind.name) ? UNPACK : `${kind.name}文件` };
  return text(content, head);
}

async function packed(content: Content, head: Uint8Array): Promise<Recognised> {
  const tail = await content.read(Math.max(0, content.size - END_RECORD_WITHIN), content.size);
  const { count, at } = endRecord(tail);
  const names = entriesIn(await content.read(at, content.size), count).map(({ name }) => name);
  const found = PACKED.find(({ entry }) => names.some((name) => entry.test(name)));
  return found?.is ?? openDocument(head) ?? { refused: UNPACK };
}

/** OpenDocument packages start with their media type, not compressed, as their first file. */
function openDocument(head: Uint8Array): Recognised | undefined {
  const start = ascii(head, 30, 110);
  const [, kind] =
    /^mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)PK/.exec(start) ?? [];
  const types = { text: 'odt', spreadsheet: 'ods', presentation: 'odp' } as const;
  return kind === undefined ? undefined : { type: types[kind as keyof typeof types] };
}

async function compound(content: Content): Promise<Recognised> {
  const names = new CompoundFile(await content.read(0, content.size)).names();
  const found = STREAMS.find(({ stream }) => names.some((name) => stream.test(name)));
  return found?.is ?? { refused: '程序安装包或不支持的文件' };
}

function text(content: Content, head: Uint8Array): Recognised {
  // A character cut in two at the end of the head is not the file's fault.
  const whole = content.size <= head.length ? head : head.subarray(0, head.lastIndexOf(0x0a) + 1 || head.length);
  const decoded = decodeText(whole);
  if (decoded === null || decoded.broken > 0) return { refused: '认不出格式的文件' };
  const active = ACTIVE.find(({ sign }) => sign.test(decoded.text));
  if (active) return { refused: active.name };
  return { type: isUtf8(whole) ? 'utf8' : 'gb18030' };
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1');
}

async function damagedIfBroken(read: () => Promise<Recognised>): Promise<Recognised> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ArchiveError) return { refused: '损坏的文件，请确认能正常打开后重新上传' };
    throw error;
  }
}
