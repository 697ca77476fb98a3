import { useState } from 'react';

/** A choice that the browser keeps for the next time; a page that may not keep anything works all the same. */
export function useRemembered<Value extends string>(name: string, values: readonly Value[], otherwise: Value) {
  const key = `luoshi:${name}`;
  const [value, setValue] = useState<Value>(() => {
    try {
      const kept = localStorage.getItem(key);
      return values.find((one) => one === kept) ?? otherwise;
    } catch {
      return otherwise;
    }
  });
  const choose = (next: Value) => {
    setValue(next);
    try {
      localStorage.setItem(key, next);
    } catch {
      // Kept for this visit only.
    }
  };
  return [value, choose] as const;
}
