import { domain } from './en/domain.ts';
import { figures } from './en/figures.ts';
import { shell } from './en/shell.ts';
import { ui } from './en/ui.ts';

export const en = { ...domain, ...figures, ...shell, ...ui };
