/** One object inside an input: its place, its keys, and the whole input with more keys there. */
export type Place = { at: string; own: string[]; with(keys: readonly string[]): unknown };

/** Every object in an input. For a list, only its first entry. */
export function objectsIn(value: unknown, at: string): Place[] {
  if (Array.isArray(value)) {
    return objectsIn(value[0], `${at}.0`).map((place) => ({
      ...place,
      with: (keys) => [place.with(keys), ...value.slice(1)],
    }));
  }
  if (typeof value !== "object" || value === null) return [];
  const here: Place = { at, own: Object.keys(value), with: (keys) => withOwnKeys(value, keys) };
  const below = Object.entries(value).flatMap(([key, inner]) =>
    objectsIn(inner, `${at}.${key}`).map((place): Place => ({
      ...place,
      with: (keys) => ({ ...value, [key]: place.with(keys) }),
    })),
  );
  return [here, ...below];
}

// As JSON.parse makes them: "__proto__" becomes a key and not the prototype.
function withOwnKeys(value: object, keys: readonly string[]): unknown {
  const added: unknown = JSON.parse(`{${keys.map((key) => `${JSON.stringify(key)}:"x"`).join(",")}}`);
  return { ...value, ...Object(added) };
}
