/** A text in each language of the product. */
export interface Localised {
  readonly en: string;
  readonly es: string;
  readonly pt: string;
}
