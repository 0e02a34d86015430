/** Folded words of English, Spanish and Portuguese that say nothing of what is looked for. */
export const stopWords: ReadonlySet<string> = new Set(
  `a an and are as at be by for from has have in is it its of on or that the their this to was were which with
  al ante con contra como cual de del desde e el en entre es esta este fue ha han hasta la las lo los mas no o para pero por que se
  segun sin sobre son su sus tras u un una unas unos y ya
  ao aos as com da das do dos em entre foi na nas nos os ou pela pelas pelo pelos por sao sem seu sua um uma`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
