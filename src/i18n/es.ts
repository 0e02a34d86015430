import { domain } from './es/domain.ts';
import { shell } from './es/shell.ts';
import { ui } from './es/ui.ts';

export const es = { ...domain, ...shell, ...ui };
