import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/** 浅色 / 深色 / 跟随系统 */
export type Choice = 'light' | 'dark' | 'system';
export type Appearance = 'light' | 'dark';

/** The same name as in public/appearance.js, which colours the page before this is loaded. */
const KEY = 'luoshi.appearance';
const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
const printing = window.matchMedia('print');
const listeners = new Set<() => void>();

let choice: Choice = kept();

function kept(): Choice {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

/** What is shown now. Paper is white, whatever the screen is. */
function shown(): Appearance {
  if (printing.matches) return 'light';
  if (choice !== 'system') return choice;
  return systemDark.matches ? 'dark' : 'light';
}

function renew() {
  document.documentElement.dataset.appearance = shown();
  listeners.forEach((tell) => tell());
}

systemDark.addEventListener('change', renew);
// The browser draws the printout right after this event: React must have drawn before.
printing.addEventListener('change', () => flushSync(renew));
// Chosen in another window.
window.addEventListener('storage', ({ key }) => {
  if (key !== KEY) return;
  choice = kept();
  renew();
});

export function choose(next: Choice): void {
  choice = next;
  try {
    if (next === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
  } catch {
    // It holds until the window is closed.
  }
  renew();
}

function subscribe(tell: () => void) {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, shown);
export const useChoice = (): Choice => useSyncExternalStore(subscribe, () => choice);
