import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Attached } from '../../api/generated';
import { upload } from '../../api/upload';
import type { EvidenceSubject } from './evidence-subject';

export interface EvidenceUploading {
  key: number;
  name: string;
  /** Of the upload. */
  percent: number;
  result?: Attached;
  error?: Error;
}

/** Sends files as evidence, one after the other; the page shows each as soon as it is there. */
export function useEvidenceUpload({ path, queryKey }: Pick<EvidenceSubject, 'path' | 'queryKey'>) {
  const queries = useQueryClient();
  const [uploads, setUploads] = useState<EvidenceUploading[]>([]);
  const queue = useRef(Promise.resolve());
  const nextKey = useRef(0);

  const add = (file: File) => {
    const key = nextKey.current++;
    const change = (part: Partial<EvidenceUploading>) =>
      setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
    setUploads((all) => [...all, { key, name: file.name, percent: 0 }]);
    queue.current = queue.current.then(async () => {
      try {
        change({ result: await upload<Attached>(path, file, {}, (percent) => change({ percent })) });
        await queries.invalidateQueries({ queryKey });
      } catch (error) {
        change({ error: error as Error });
      }
    });
  };
  return { uploads, add };
}
