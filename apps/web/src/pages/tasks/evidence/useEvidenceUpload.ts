import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Attached } from '../../../api/generated';
import { upload } from '../../../api/upload';

export interface EvidenceUploading {
  key: number;
  name: string;
  /** Of the upload. */
  percent: number;
  result?: Attached;
  error?: Error;
}

/** Sends files as evidence of a task, one after the other; the page shows each as soon as it is there. */
export function useEvidenceUpload(taskId: string) {
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
        const path = `/tasks/${taskId}/attachments`;
        change({ result: await upload<Attached>(path, file, {}, (percent) => change({ percent })) });
        await queries.invalidateQueries({ queryKey: ['task', taskId] });
      } catch (error) {
        change({ error: error as Error });
      }
    });
  };
  return { uploads, add };
}
