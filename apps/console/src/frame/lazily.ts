import { type ComponentType, lazy } from "react";

/** A component that is fetched when it is first shown, inside a `Suspense`. */
export function lazily<Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): ComponentType {
  const chosen = async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] });
  return lazy(chosen);
}
