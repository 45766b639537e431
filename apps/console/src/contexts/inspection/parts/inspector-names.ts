const BETWEEN_NAMES = /[\n,;，；、]/;

/** Names, one a line or separated by commas, each once. */
export function namesOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(BETWEEN_NAMES)
        .map((name) => name.trim())
        .filter((name) => name !== ""),
    ),
  ];
}
