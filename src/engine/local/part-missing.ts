/** The server no longer has a part: the snapshot was rebuilt since its manifest was read. */
export class PartMissing extends Error {}
