import { ApiError } from '#contract/errors.ts';
import type { SnapshotManifest } from '#contract/schemas.ts';
import type { Snapshot } from './jobs/snapshot.ts';
import type { Services } from './services.ts';

/** Opens the services of a kept state of the data. */
export type OpenVersion = (snapshot: Snapshot) => Promise<Services>;

interface Opened {
  readonly services: Promise<Services>;
  used: number;
}

/** States whose stores stay open at once beside today's. */
const openAtOnce = 3;
/** A question or download under way gets this long before the store under it is closed. */
const graceMilliseconds = 120_000;

/** The states of the data that are kept whole: today's and the earlier ones that links pin. */
export class Versions {
  readonly #current: Snapshot;
  readonly #kept: readonly Snapshot[];
  readonly #open: OpenVersion;
  readonly #folders = new Map<string, string>();
  readonly #opened = new Map<string, Opened>();
  #turn = 0;

  /** `kept` holds the earlier states, the newest first. */
  constructor(current: Snapshot, kept: readonly Snapshot[], open: OpenVersion) {
    this.#current = current;
    this.#kept = kept;
    this.#open = open;
    for (const { folder, manifest } of [...kept].reverse().concat(current))
      for (const { hash } of [...manifest.parts, ...(manifest.overview ? [manifest.overview] : [])])
        this.#folders.set(hash, folder);
  }

  /** The kept snapshot that an `asof` names: a version, or a day and then its newest version. Null when it is not kept. */
  find(asof: string): Snapshot | null {
    const all = [this.#current, ...this.#kept];
    return (
      all.find(({ manifest }) => manifest.dataVersion === asof) ??
      all.find(({ manifest }) => manifest.dataVersion.startsWith(`${asof}.`)) ??
      null
    );
  }

  /** Folder of a snapshot part of any kept state; null for a hash of none. */
  folderOfPart(hash: string): string | null {
    return this.#folders.get(hash) ?? null;
  }

  manifest(asof: string): SnapshotManifest {
    return this.#require(asof).manifest;
  }

  /** Services over the state that `asof` names; `today` answers for today's. Throws ApiError 410 `gone` where it is not kept. */
  async at(asof: string | undefined, today: Services): Promise<Services> {
    if (asof === undefined) return today;
    const snapshot = this.#require(asof);
    if (snapshot === this.#current) return today;
    const { dataVersion } = snapshot.manifest;
    const known = this.#opened.get(dataVersion);
    this.#turn += 1;
    if (known) {
      known.used = this.#turn;
      return known.services;
    }
    const services = this.#open(snapshot);
    this.#opened.set(dataVersion, { services, used: this.#turn });
    services.catch(() => this.#opened.delete(dataVersion));
    this.#closeOldest();
    return services;
  }

  #require(asof: string): Snapshot {
    const found = this.find(asof);
    if (found) return found;
    const now = this.#current.manifest.dataVersion;
    throw new ApiError(
      410,
      'gone',
      `The data of version ${asof} are not kept here. Leave asof out for the latest, ${now}.`,
      { problems: [{ parameter: 'asof', value: asof, mend: `Leave it out for the latest, ${now}.` }] },
    );
  }

  #closeOldest(): void {
    if (this.#opened.size <= openAtOnce) return;
    const [oldest] = [...this.#opened].sort(([, a], [, b]) => a.used - b.used);
    if (!oldest) return;
    const [version, { services }] = oldest;
    this.#opened.delete(version);
    setTimeout(() => {
      services.then(
        ({ store, columns }) => Promise.all([store.close(), columns.close()]),
        () => undefined,
      );
    }, graceMilliseconds).unref();
  }
}
