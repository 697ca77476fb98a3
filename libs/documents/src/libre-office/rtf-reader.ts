import { OfficeError, type Convert } from './convert';
import type { ReadParts } from '../document.types';
import type { Reader } from '../reader';
import { refuse } from '../refusals';
import type { ReadArchive } from '../word97/compound-reader';

/** Reads rich text by way of LibreOffice. */
export function rtfReader(readArchive: ReadArchive, convert: Convert): Reader {
  return async ({ bytes, name }): Promise<ReadParts> => {
    const made = await converted(bytes, name, convert);
    if (made === null) {
      throw refuse(
        'document.unsupported',
        `${name}是 RTF 文档，本机没有 LibreOffice，无法读取；请另存为 .docx 后再试。`,
      );
    }
    return { ...(await readArchive(made, name)), format: 'rtf' };
  };
}

async function converted(bytes: Uint8Array, name: string, convert: Convert): Promise<Uint8Array | null> {
  try {
    return await convert(bytes, 'rtf', 'docx');
  } catch (error) {
    if (!(error instanceof OfficeError)) throw error;
    throw refuse('document.damaged', `${name}无法打开，可能已损坏；请用 Word 打开并另存为 .docx 后再试。`);
  }
}
