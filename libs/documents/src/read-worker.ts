import { parentPort, workerData } from 'node:worker_threads';
import { DocumentError } from './document.types';
import { readDocument } from './read-document';
import type { ReadAnswer, ReadTask } from './read-isolated';

/** The thread of `readDocumentIsolated`: one file in, its paragraphs or the refusal out. */
function answer({ bytes, options }: ReadTask): ReadAnswer {
  try {
    return { document: readDocument(bytes, options) };
  } catch (error) {
    // An error loses its class on the way to another thread, so its parts travel.
    if (error instanceof DocumentError) return { code: error.code, message: error.message };
    throw error;
  }
}

parentPort?.postMessage(answer(workerData as ReadTask));
