/** Reads the small CSV files of the fixtures: a header line, fields that may be quoted. */
export function parse(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...lines] = text.trim().split(/\r?\n/).map(fieldsOf);
  return lines.map((fields) => Object.fromEntries(header.map((name, at) => [name, fields[at] ?? ""])));
}

function fieldsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}
