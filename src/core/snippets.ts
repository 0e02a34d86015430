/** Code that fetches rows; each language reads the same CSV from the same address, so that all have the same rows. */
export const snippetLanguages = ['curl', 'python', 'r'] as const;
export type SnippetLanguage = (typeof snippetLanguages)[number];

/** An address as it may stand in quotes of any of the languages: no quote, backslash, dollar sign, space or line end. */
export function quotableAddress(address: string): string {
  return address.replace(
    /['"`\\$\s!*()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** A snippet that reads the CSV at an address; it needs nothing but the language itself. */
export function snippetOf(language: SnippetLanguage, csvAddress: string): string {
  const address = quotableAddress(csvAddress);
  if (language === 'curl') {
    return `curl --fail --silent --show-error --output events.csv '${address}'\n`;
  }
  if (language === 'python') {
    return [
      'import csv, io, urllib.request',
      '',
      `address = "${address}"`,
      'with urllib.request.urlopen(address) as reply:',
      '    rows = list(csv.DictReader(io.TextIOWrapper(reply, encoding="utf-8", newline="")))',
      'print(len(rows), "events")',
      '',
    ].join('\n');
  }
  return [
    `address <- "${address}"`,
    'events <- read.csv(address, encoding = "UTF-8", na.strings = "", colClasses = c(id = "character"))',
    'cat(nrow(events), "events\\n")',
    '',
  ].join('\n');
}
