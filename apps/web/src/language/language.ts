import { speak } from './t';

export type Language = 'zh-CN' | 'en';

const KEPT_AS = 'luoshi.language';

/** The language of the pages: as this browser was told, Chinese at first. */
export const language: Language = localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh-CN';

/** The language that one may change to, by its own name. */
export const OTHER_LANGUAGE: { language: Language; name: string } =
  language === 'en' ? { language: 'zh-CN', name: '中文' } : { language: 'en', name: 'English' };

/** Has the pages speak it. They are imported after this: texts that stand outside of components are read only once. */
export async function startLanguage(): Promise<void> {
  document.documentElement.lang = language;
  if (language === 'en') speak((await import('./en.json')).default);
}

/** Every page is loaded anew in the other language. */
export function changeLanguage(to: Language): void {
  localStorage.setItem(KEPT_AS, to);
  window.location.reload();
}
