import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ImportResult } from '../../api/generated';
import { upload } from '../../api/upload';

export interface FileImport {
  key: number;
  name: string;
  /** Of the upload. */
  percent: number;
  result?: ImportResult;
  error?: Error;
}

/** The imports of this page, the newest first. Files go out one after the other. */
export function useImports() {
  const queries = useQueryClient();
  const [imports, setImports] = useState<FileImport[]>([]);
  const queue = useRef(Promise.resolve());
  const nextKey = useRef(0);

  const add = (file: File, fields: { unitId?: string; receivedOn?: string }) => {
    const key = nextKey.current++;
    const change = (part: Partial<FileImport>) =>
      setImports((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
    setImports((all) => [{ key, name: file.name, percent: 0 }, ...all]);
    queue.current = queue.current.then(async () => {
      try {
        change({ result: await upload<ImportResult>('/documents', file, fields, (percent) => change({ percent })) });
        void queries.invalidateQueries({ queryKey: ['reports'] });
        void queries.invalidateQueries({ queryKey: ['overview'] });
        void queries.invalidateQueries({ queryKey: ['set-up'] });
      } catch (error) {
        change({ error: error as Error });
      }
    });
  };
  return { imports, add };
}
