/** What a file is by its first bytes, whatever its name says. `cfb` is the container of .doc, .wps, .xls and .ppt. */
export type FileKind =
  | { kind: 'zip' | 'pdf' | 'cfb' | 'rtf' | 'text' }
  | { kind: 'picture'; name: string }
  | { kind: 'other'; name: string };

interface Signature {
  bytes: readonly (number | null)[];
  is: FileKind;
}
const picture = (name: string): FileKind => ({ kind: 'picture', name });
const other = (name: string): FileKind => ({ kind: 'other', name });

/** `null` stands for any byte. */
const SIGNATURES: readonly Signature[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], is: { kind: 'zip' } },
  { bytes: [0x50, 0x4b, 0x05, 0x06], is: { kind: 'zip' } },
  { bytes: [0x89, 0x50, 0x4e, 0x47], is: picture('PNG') },
  { bytes: [0xff, 0xd8, 0xff], is: picture('JPEG') },
  { bytes: [0x47, 0x49, 0x46, 0x38], is: picture('GIF') },
  { bytes: [0x42, 0x4d, null, null, null, null, 0, 0, 0, 0], is: picture('BMP') },
  { bytes: [0x49, 0x49, 0x2a, 0x00], is: picture('TIFF') },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], is: picture('TIFF') },
  { bytes: [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50], is: picture('WebP') },
  { bytes: [0x25, 0x50, 0x44, 0x46], is: { kind: 'pdf' } },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], is: { kind: 'cfb' } },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], is: { kind: 'rtf' } },
  { bytes: [0x52, 0x61, 0x72, 0x21], is: other('RAR 压缩') },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], is: other('7z 压缩') },
  { bytes: [0x1f, 0x8b], is: other('gzip 压缩') },
  { bytes: [0x4d, 0x5a, 0x90], is: other('程序') },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], is: other('程序') },
  { bytes: [0x49, 0x44, 0x33], is: other('音频') },
  { bytes: [null, null, null, null, 0x66, 0x74, 0x79, 0x70], is: other('视频') },
];

export function fileKind(bytes: Uint8Array): FileKind {
  const found = SIGNATURES.find(({ bytes: signature }) =>
    signature.every((byte, at) => (byte === null ? at < bytes.length : bytes[at] === byte)),
  );
  return found?.is ?? { kind: 'text' };
}
