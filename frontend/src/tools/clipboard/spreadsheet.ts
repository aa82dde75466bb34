/** What spreadsheets put on the clipboard: tab-separated cells, quoted where they hold tabs or lines. */

export function readCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gu;
  const source = text.replace(/\r\n?/gu, "\n").replace(/\n$/u, "");
  for (const [whole, quoted, plain = "", end] of source.matchAll(cell)) {
    if (whole === "" && row.length === 0 && rows.length > 0) break;
    row.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end !== "\t") {
      rows.push(row);
      row = [];
      if (end === "") break;
    }
  }
  return rows.filter((cells) => cells.some((text_) => text_ !== ""));
}

export function writeCells(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join("\t")).join("\n");
}

function quoted(cell: string): string {
  return /[\t\n"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
