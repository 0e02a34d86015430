/**
 * Reads delimiter-separated text as RFC 4180 describes it: quoted fields may hold delimiters, line breaks and doubled
 * quotes; a byte-order mark is dropped; LF, CRLF and CR all end a line; blank lines are no rows. Text after a closing
 * quote is kept as it stands, and an unclosed quote runs to the end, so that no input is lost or refused here.
 */
export function parseCsv(text: string, delimiter = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const endRow = (): void => {
    row.push(field);
    if (row.length > 1 || field !== '') rows.push(row);
    row = [];
    field = '';
  };
  while (at < text.length) {
    const char = text[at];
    if (char === '"' && field === '') {
      const quoted = readQuoted(text, at + 1);
      field = quoted.value;
      at = quoted.end;
    } else if (char === delimiter) {
      row.push(field);
      field = '';
      at += 1;
    } else if (char === '\n' || char === '\r') {
      endRow();
      at += char === '\r' && text[at + 1] === '\n' ? 2 : 1;
    } else {
      field += char;
      at += 1;
    }
  }
  if (field !== '' || row.length > 0) endRow();
  return rows;
}

function readQuoted(text: string, start: number): { readonly value: string; readonly end: number } {
  let value = '';
  let at = start;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

/** Rows as records keyed by the first line. A short row gives '' for the missing cells; extra cells are dropped. */
export function parseCsvRecords(text: string, delimiter = ','): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(text, delimiter);
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}
