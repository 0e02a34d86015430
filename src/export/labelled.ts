/** Words that bring their own label, "Sources: …", parted from it; "" = they have none. */
export function labelled(text: string): readonly [label: string, words: string] {
  const [, label = '', rest = text] = /^([^:\n]{1,30}): (.*)$/s.exec(text) ?? [];
  return [label, rest];
}
