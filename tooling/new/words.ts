/** "risk-point", "riskPoint" or "RiskPoint" as its words: ["risk", "point"]. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split("-");
}

export function kebab(name: string): string {
  return wordsOf(name).join("-");
}

export function snake(name: string): string {
  return wordsOf(name).join("_");
}

export function pascal(name: string): string {
  return wordsOf(name).map(capital).join("");
}

export function camel(name: string): string {
  const [first = "", ...later] = wordsOf(name);
  return first + later.map(capital).join("");
}

/** "Risk point": as a title writes it. */
export function title(name: string): string {
  return capital(wordsOf(name).join(" "));
}

/** The plural, for names of lists: "riskPoints", "libraries". */
export function plural(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
