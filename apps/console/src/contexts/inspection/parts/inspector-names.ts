const BETWEEN_NAMES = /[\n,;，；、]/;

/** Names typed one a line, or divided by commas, each once. */
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
