import { domain } from './pt/domain.ts';
import { shell } from './pt/shell.ts';
import { ui } from './pt/ui.ts';

export const pt = { ...domain, ...shell, ...ui };
