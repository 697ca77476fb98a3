import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  LedgerColumn,
  LedgerFile,
  LedgerImported,
  LedgerPreview,
  LedgerSettings as Settings,
  LedgerSheet,
} from '../../api/generated';
import { upload } from '../../api/upload';

const PATH = '/ledger-imports';

/** A column that is left out has no field; the generated type cannot say so of the members of a list. */
export type LedgerSettings = Omit<Settings, 'fields'> & { fields: LedgerColumn['field'][] };

/** The file in memory, so that what is confirmed is what was previewed, even if somebody saves over it meanwhile. */
const inMemory = async (file: File) => new File([await file.arrayBuffer()], file.name);

const settingsOf = (sheet: LedgerSheet): LedgerSettings => ({
  sheet: sheet.name,
  headRow: sheet.headRow,
  fields: sheet.columns.map(({ field }) => field),
  year: sheet.year,
  statuses: 'draft',
  units: sheet.units,
  people: [],
  duplicates: [],
});

/** The way of a ledger into the system: the file, what its columns mean, what would become of it, the result. */
export function useLedger() {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [ledger, setLedger] = useState<LedgerFile | null>(null);
  const [settings, setSettings] = useState<LedgerSettings | null>(null);
  const [percent, setPercent] = useState(0);

  const read = useMutation({
    mutationFn: async ({ chosen, headRow }: { chosen: File; headRow?: number }) => {
      setPercent(0);
      const kept = await inMemory(chosen);
      const found = await upload<LedgerFile>(`${PATH}/read`, kept, { headRow: headRow?.toString() }, setPercent);
      return { kept, found };
    },
    onSuccess: ({ kept, found }) => {
      setFile(kept);
      setLedger(found);
      const same = found.sheets.find(({ name }) => name === settings?.sheet) ?? found.sheets[0];
      setSettings(settingsOf(same));
    },
  });
  const preview = useMutation({
    mutationFn: (how: LedgerSettings) =>
      upload<LedgerPreview>(`${PATH}/preview`, file as File, { settings: JSON.stringify(how) }),
  });
  const confirm = useMutation({
    mutationFn: (skipErrors: boolean) => {
      setPercent(0);
      const ask = { ...settings, preview: preview.data?.preview, skipErrors };
      return upload<LedgerImported>(PATH, file as File, { settings: JSON.stringify(ask) }, setPercent);
    },
    onSuccess: () => void queries.invalidateQueries(),
  });
  return {
    ...{ file, ledger, settings, percent, read, preview, confirm },
    change: (changes: Partial<LedgerSettings>) => setSettings((now) => now && { ...now, ...changes }),
    chooseSheet: (name: string) => {
      const sheet = ledger?.sheets.find((one) => one.name === name);
      if (sheet) setSettings(settingsOf(sheet));
    },
    /** Shows at once what a changed setting makes of the ledger. */
    again: (changes: Partial<LedgerSettings>) => {
      if (!settings) return;
      const next = { ...settings, ...changes };
      setSettings(next);
      confirm.reset();
      preview.mutate(next);
    },
    restart: () => {
      for (const one of [read, preview, confirm]) one.reset();
      setFile(null);
      setLedger(null);
      setSettings(null);
    },
  };
}

export type Ledger = ReturnType<typeof useLedger>;
