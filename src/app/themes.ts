import type { ThemeChoice } from '#state/settings-store.ts';

/** The themes in the order in which they are offered. */
export const THEMES = ['system', 'light', 'dark'] as const satisfies readonly ThemeChoice[];
