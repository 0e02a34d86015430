import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { en } from '#i18n/en.ts';
import { I18nProvider } from '#i18n/i18n.tsx';

/** Draws in English. */
export function renderEnglish(children: ReactNode) {
  return render(
    <I18nProvider lang="en" messages={en}>
      {children}
    </I18nProvider>,
  );
}

/** jsdom has dialogs but cannot open them modally. */
export function teachDialogs(): void {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.setAttribute('open', '');
    this.querySelector<HTMLElement>('button, input, a[href]')?.focus();
  };
  HTMLDialogElement.prototype.close = function close() {
    this.removeAttribute('open');
  };
}
