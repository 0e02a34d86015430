import { domain } from './es/domain.ts';
import { explore } from './es/explore.ts';
import { exports } from './es/export.ts';
import { figures } from './es/figures.ts';
import { map } from './es/map.ts';
import { shell } from './es/shell.ts';
import { ui } from './es/ui.ts';

export const es = { ...domain, ...explore, ...exports, ...figures, ...map, ...shell, ...ui };
