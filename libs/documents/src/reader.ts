import type { ZipArchive } from './archive/zip-archive';
import type { ReadParts } from './document.types';

/** What a reader of one format gets. `name` is the file's name in a message: “《汇报.docx》”. */
export interface ReaderInput {
  bytes: Uint8Array;
  name: string;
}

export interface ArchiveInput extends ReaderInput {
  archive: ZipArchive;
}

/** `text` is decoded, without BOM, line ends as `\n`. */
export interface TextInput {
  text: string;
  name: string;
}

/** Reads one format. Throws DocumentError; ArchiveError and XmlError mean that the file is damaged. */
export type Reader = (input: ReaderInput) => ReadParts | Promise<ReadParts>;

/** Reads a format that is a zip archive; `fits` tells it by what the archive holds. */
export interface ArchiveReader {
  fits: (archive: ZipArchive) => boolean;
  read: (input: ArchiveInput) => ReadParts | Promise<ReadParts>;
}

/** Reads a format that is written as text; null when the text is not of this format. */
export type TextReader = (input: TextInput) => ReadParts | null;
