import { domain } from './en/domain.ts';
import { explore } from './en/explore.ts';
import { exports } from './en/export.ts';
import { figures } from './en/figures.ts';
import { map } from './en/map.ts';
import { shell } from './en/shell.ts';
import { ui } from './en/ui.ts';

export const en = { ...domain, ...explore, ...exports, ...figures, ...map, ...shell, ...ui };
