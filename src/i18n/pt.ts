import { domain } from './pt/domain.ts';
import { figures } from './pt/figures.ts';
import { shell } from './pt/shell.ts';
import { ui } from './pt/ui.ts';

export const pt = { ...domain, ...figures, ...shell, ...ui };
