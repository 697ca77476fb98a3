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

/** Reads one format. Throws DocumentError; ArchiveError and XmlError mean that the file is damaged. */
export type Reader = (input: ReaderInput) => ReadParts | Promise<ReadParts>;

/** Reads a format that is a zip archive; `fits` tells it by what the archive holds. */
export interface ArchiveReader {
  fits: (archive: ZipArchive) => boolean;
  read: (input: ArchiveInput) => ReadParts | Promise<ReadParts>;
}
