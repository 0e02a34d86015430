import { createContext, type ReactNode, useContext } from 'react';
import type { Lang } from '#i18n/lang.ts';

const Context = createContext<(lang: Lang) => void>(() => {});

export function LangChoiceProvider({
  choose,
  children,
}: {
  choose: (lang: Lang) => void;
  children: ReactNode;
}) {
  return <Context value={choose}>{children}</Context>;
}

/** Changes the language of the page and remembers it. */
export function useChooseLang(): (lang: Lang) => void {
  return useContext(Context);
}
