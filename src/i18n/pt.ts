import { cite } from './pt/cite.ts';
import { country } from './pt/country.ts';
import { domain } from './pt/domain.ts';
import { embed } from './pt/embed.ts';
import { explore } from './pt/explore.ts';
import { exports } from './pt/export.ts';
import { figures } from './pt/figures.ts';
import { map } from './pt/map.ts';
import { records } from './pt/records.ts';
import { shell } from './pt/shell.ts';
import { stats } from './pt/stats.ts';
import { ui } from './pt/ui.ts';

export const pt = {
  ...records,
  ...country,
  ...cite,
  ...domain,
  ...embed,
  ...explore,
  ...exports,
  ...figures,
  ...map,
  ...shell,
  ...stats,
  ...ui,
};
