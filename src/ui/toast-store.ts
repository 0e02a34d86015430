import { create } from 'zustand';

export type ToastAction = { readonly label: string; run(): void };
export type Toast = { readonly id: number; readonly text: string; readonly actions: readonly ToastAction[] };

type State = { readonly toasts: readonly Toast[]; readonly polite: string };

/** Short messages on screen, and the one polite live region of the page. */
export const useToasts = create<State>(() => ({ toasts: [], polite: '' }));

let nextId = 1;
let announcing: ReturnType<typeof setTimeout> | undefined;

/** Shows a message for 6 s (10 s when it carries an action, such as Undo). */
export function showToast(text: string, ...actions: readonly ToastAction[]): void {
  const id = nextId++;
  const toast: Toast = { id, text, actions };
  useToasts.setState((state) => ({ toasts: [...state.toasts.slice(-2), toast] }));
  setTimeout(() => dismissToast(id), actions.length > 0 ? 10_000 : 6_000);
}

export function dismissToast(id: number): void {
  useToasts.setState((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) }));
}

/** Says one polite message once the page has been still for half a second; the last one wins. */
export function announce(text: string): void {
  clearTimeout(announcing);
  announcing = setTimeout(() => useToasts.setState({ polite: text }), 500);
}
