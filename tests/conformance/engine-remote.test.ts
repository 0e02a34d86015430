import { temporaryFolders } from '#tests/server/temporary.ts';
import { engineConformance } from './engine.ts';
import { engineOverServer } from './engine-over-server.ts';

const overServer = engineOverServer(temporaryFolders()());

engineConformance('the server behind its API', overServer, { worlds: 60, questions: 20, seed: 2015 });
