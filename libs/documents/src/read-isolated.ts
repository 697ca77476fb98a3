import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DocumentError, type DocumentErrorCode, type ReadDocument } from './document.types';
import { fileKind } from './file-kind';
import { Turns } from './libre-office/turns';
import { checkSize, type ReadOptions } from './read-document';
import { nameOf, refuse } from './refusals';

export interface IsolatedReadOptions extends ReadOptions {
  /** Milliseconds the reading may take; when left out 30 seconds, and 75 for old formats that LibreOffice converts first. */
  timeLimit?: number;
  /** Megabytes of heap the reading may take; 768 when left out. */
  heapLimit?: number;
}

export interface ReadTask {
  bytes: Uint8Array;
  options: ReadOptions;
}
export type ReadAnswer = { document: ReadDocument } | { code: DocumentErrorCode; message: string };

const TIME_LIMIT = 30_000;
/** LibreOffice has 30 seconds; its start and the reading of what it made come on top. */
const OFFICE_TIME_LIMIT = 75_000;
const HEAP_LIMIT = 768;

const offices = new Turns();

/** A thread runs compiled code only: from the TypeScript sources (tests) the built file in `dist` stands in. */
const WORKER = __filename.endsWith('.ts')
  ? join(__dirname, '../../../dist/libs/documents/src/read-worker.js')
  : join(__dirname, 'read-worker.js');

/**
 * `readDocument` in a thread of its own, so that a hostile or huge file can neither block nor exhaust the process.
 * Rejects with the same DocumentErrors, and with document.too-complex when the time or the heap runs out.
 */
export async function readDocumentIsolated(
  bytes: Uint8Array,
  options: IsolatedReadOptions = {},
): Promise<ReadDocument> {
  checkSize(bytes, options);
  // Every thread would start a LibreOffice of its own.
  const office = usesOffice(bytes);
  const limits = { ...options, timeLimit: options.timeLimit ?? (office ? OFFICE_TIME_LIMIT : TIME_LIMIT) };
  const answer = await (office ? offices.run(() => run(bytes, limits)) : run(bytes, limits));
  if ('document' in answer) return answer.document;
  throw new DocumentError(answer.code, answer.message);
}

function usesOffice(bytes: Uint8Array): boolean {
  const { kind } = fileKind(bytes);
  return kind === 'cfb' || kind === 'rtf';
}

function run(bytes: Uint8Array, options: IsolatedReadOptions & { timeLimit: number }): Promise<ReadAnswer> {
  const name = nameOf(options.fileName);
  const { fileName, maxBytes, timeLimit, heapLimit = HEAP_LIMIT } = options;
  const task: ReadTask = { bytes, options: { fileName, maxBytes } };
  const worker = new Worker(WORKER, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: heapLimit } });
  return new Promise<ReadAnswer>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(refuse('document.too-complex', `读取${name}用时过长，已停止；请用 Word 重新另存或拆分后再试。`));
    }, timeLimit);
    const settle = (done: () => void): void => {
      clearTimeout(timer);
      done();
    };
    worker.once('message', (answer: ReadAnswer) => settle(() => resolve(answer)));
    worker.once('error', (error: NodeJS.ErrnoException) =>
      settle(() =>
        reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? refuse('document.too-complex', `${name}的内容过于庞大，内存不足，无法读取；请拆分后再试。`)
            : new Error(`The document reader failed: ${error.message}`, { cause: error }),
        ),
      ),
    );
    worker.once('exit', (code) =>
      settle(() => reject(new Error(`The document reader ended without an answer (exit code ${code}).`))),
    );
  }).finally(() => worker.terminate());
}
