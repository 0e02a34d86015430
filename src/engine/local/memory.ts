interface ColumnType<T> {
  new (length: number): T;
  new (buffer: ArrayBufferLike): T;
  readonly BYTES_PER_ELEMENT: number;
}

/** An empty column of numbers: in memory that the page and its Worker both see, or in this thread's own. */
export function newColumn<T>(Type: ColumnType<T>, length: number, shared: boolean): T {
  return shared ? new Type(new SharedArrayBuffer(length * Type.BYTES_PER_ELEMENT)) : new Type(length);
}

/** Whether threads of this page may share memory: it is cross-origin isolated (server/headers.ts), and so is its Worker. */
export const sharesMemory = (): boolean =>
  (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated === true;
