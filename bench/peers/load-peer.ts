/**
 * A package of bench/peers/package.json. It lives in its own folder because a package file beside the benches would hide the
 * product's `#` names from them.
 */
export async function loadPeer<T>(name: string): Promise<T> {
  return (await import(name)) as T;
}
