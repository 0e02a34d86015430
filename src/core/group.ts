/** An armed or criminal organisation; UCDP calls it an actor. Names as sources use them. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: 'armed' | 'criminal' | 'state' | 'other';
  readonly countries: readonly string[];
  readonly active: { readonly from: number | null; readonly to: number | null };
  /** Public designations, e.g. OFAC programme with the list's date: not a finding of guilt. */
  readonly designations: readonly {
    readonly authority: string;
    readonly programme: string;
    readonly listed: string;
    readonly url: string;
  }[];
  readonly events: number;
  readonly articles: number;
  readonly source: string;
}
