import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Lets this process's collector take what nobody holds. */
export const collect = runInNewContext('gc') as () => void;
