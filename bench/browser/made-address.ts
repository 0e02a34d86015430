/** Where the bench serves what it made of so many rows. */
export const madeAddress = (rows: number, name: 'manifest' | 'part' | 'grams'): string =>
  `/made/${rows}/${name}`;
