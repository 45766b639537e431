import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A mistake in the request; the message says what to do. */
export class NotPossible extends Error {}

const TEMPLATES = join(import.meta.dirname, "templates");
const ENDING = ".template";

/** The new and changed files, by their path in the checkout. Nothing is written before all changes are known to fit. */
export class Edits {
  readonly #texts = new Map<string, string>();
  readonly #checkout: string;

  constructor(checkout: string) {
    this.#checkout = checkout;
  }

  get paths(): string[] {
    return [...this.#texts.keys()];
  }

  text(path: string): string {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    const file = join(this.#checkout, path);
    if (!existsSync(file)) throw new NotPossible(`${path} is not there.`);
    return readFileSync(file, "utf8");
  }

  create(path: string, text: string): void {
    if (existsSync(join(this.#checkout, path))) throw new NotPossible(`${path} is there already.`);
    this.#texts.set(path, text);
  }

  /** Fills in the templates of a folder; `values` replace their names in texts and in file names. */
  fromTemplates(folder: string, { to, values }: { to: string; values: Readonly<Record<string, string>> }): void {
    const directory = join(TEMPLATES, folder);
    for (const name of globSync(`**/*${ENDING}`, { cwd: directory }).sort()) {
      const target = join(to, filled(name.slice(0, -ENDING.length), values));
      this.create(target, filled(readFileSync(join(directory, name), "utf8"), values));
    }
  }

  /** Puts a text behind the first place that a pattern finds. */
  insertAfter(path: string, pattern: RegExp, insertion: string): void {
    const text = this.text(path);
    const found = pattern.exec(text);
    if (found === null) throw new NotPossible(`${path} does not have the expected shape: ${pattern} finds nothing.`);
    const place = found.index + found[0].length;
    this.#texts.set(path, text.slice(0, place) + insertion + text.slice(place));
  }

  /** Puts a line into a block of sorted lines: before the first of its kind that sorts behind it. */
  insertSorted(path: string, kind: RegExp, line: string): void {
    const lines = this.text(path).split("\n");
    const places = lines.flatMap((one, place) => (kind.test(one) ? [place] : []));
    const last = places.at(-1);
    if (last === undefined) throw new NotPossible(`${path} does not have the expected shape: ${kind} finds nothing.`);
    const before = places.find((place) => (lines[place] ?? "") > line) ?? last + 1;
    this.#texts.set(path, lines.toSpliced(before, 0, line).join("\n"));
  }

  append(path: string, text: string): void {
    this.#texts.set(path, `${this.text(path).trimEnd()}\n${text}`);
  }

  write(): void {
    for (const [path, text] of this.#texts) {
      mkdirSync(dirname(join(this.#checkout, path)), { recursive: true });
      writeFileSync(join(this.#checkout, path), text);
    }
  }
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{([\w-]+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
