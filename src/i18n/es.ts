import { domain } from './es/domain.ts';
import { figures } from './es/figures.ts';
import { shell } from './es/shell.ts';
import { ui } from './es/ui.ts';

export const es = { ...domain, ...figures, ...shell, ...ui };
