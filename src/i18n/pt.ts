import { domain } from './pt/domain.ts';
import { explore } from './pt/explore.ts';
import { exports } from './pt/export.ts';
import { figures } from './pt/figures.ts';
import { map } from './pt/map.ts';
import { shell } from './pt/shell.ts';
import { ui } from './pt/ui.ts';

export const pt = { ...domain, ...explore, ...exports, ...figures, ...map, ...shell, ...ui };
