import { storeInThreads } from '#server/store/threads.ts';
import { storeConformance } from '#tests/conformance/store.ts';
import { sqliteStoreOf, temporaryFolders } from '#tests/server/temporary.ts';

const folder = temporaryFolders();

storeConformance('SQLite', async (data) => sqliteStoreOf(folder(), data), 40);

const script = new URL('../../server/store/sqlite-thread.ts', import.meta.url);
storeConformance(
  'SQLite behind threads',
  async (data) => {
    const home = folder();
    await sqliteStoreOf(home, data).close();
    return storeInThreads(script, { folder: home }, { threads: 2, milliseconds: 30_000 });
  },
  2,
);
