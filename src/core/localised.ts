/** A text in each language of the product. */
export interface Localised {
  readonly en: string;
  readonly es: string;
  readonly pt: string;
}

/** Our Spanish and Portuguese versions of a sentence whose English stands beside them in the record. */
export type Translated = Omit<Localised, 'en'>;
