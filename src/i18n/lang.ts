/** Languages of the interface. */
export const LANGS = ['en', 'es', 'pt'] as const;
export type Lang = (typeof LANGS)[number];

/** Each language's own name, never translated. */
export const LANG_NAMES: Record<Lang, string> = { en: 'English', es: 'Español', pt: 'Português' };

const STORED = 'atalaya.lang';

export function isLang(value: string | null | undefined): value is Lang {
  return LANGS.some((lang) => lang === value);
}

/** The link's language, else the reader's stored choice, else the browser's first known one, else English. */
export function chooseLang(fromUrl: string | null, stored: string | null, browser: readonly string[]): Lang {
  if (isLang(fromUrl)) return fromUrl;
  if (isLang(stored)) return stored;
  for (const tag of browser) {
    const base = tag.slice(0, 2).toLowerCase();
    if (isLang(base)) return base;
  }
  return 'en';
}

/** The stored choice, or null where storage is denied. */
export function storedLang(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

export function storeLang(lang: Lang): void {
  try {
    localStorage.setItem(STORED, lang);
  } catch {
    // Storage may be denied; the choice then lasts for this page only.
  }
}

/**
 * The tag that sets numbers and dates. A browser region of the same language is kept (es-CO writes 12.345,6);
 * otherwise British dates (20 Aug 2015), Latin American Spanish, Brazilian Portuguese.
 */
export function localeFor(lang: Lang, browser: readonly string[]): string {
  const fallback = { en: 'en-GB', es: 'es-419', pt: 'pt-BR' }[lang];
  if (lang !== 'es') return fallback;
  return browser.find((tag) => /^es-[A-Z]{2}$/.test(tag)) ?? fallback;
}
