import { parentPort, workerData } from 'node:worker_threads';
import { DocumentError } from './document.types';
import { readDocument } from './read-document';
import type { ReadAnswer, ReadTask } from './read-isolated';

/** The thread of `readDocumentIsolated`: one file in, its paragraphs or the refusal out. */
async function answer({ bytes, options }: ReadTask): Promise<ReadAnswer> {
  try {
    return { document: await readDocument(bytes, options) };
  } catch (error) {
    // An error loses its class on the way to another thread, so its parts travel.
    if (error instanceof DocumentError) return { code: error.code, message: error.message };
    throw error;
  }
}

void answer(workerData as ReadTask).then((found) => parentPort?.postMessage(found));
