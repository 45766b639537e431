import { useSyncExternalStore } from "react";
import type { Appearance } from "./tokens.ts";

/** What the person chose; "system" follows the device. Kept in the browser, the server does not know it. */
export const APPEARANCE_CHOICES = ["system", "light", "dark"] as const;
export type AppearanceChoice = (typeof APPEARANCE_CHOICES)[number];

const KEY = "anji.appearance";
const listeners = new Set<() => void>();
const darkQuery = matchMedia("(prefers-color-scheme: dark)");

darkQuery.addEventListener("change", announce);

function appearanceChoice(): AppearanceChoice {
  const stored = localStorage.getItem(KEY);
  return APPEARANCE_CHOICES.find((choice) => choice === stored) ?? "system";
}

export function chooseAppearance(choice: AppearanceChoice): void {
  localStorage.setItem(KEY, choice);
  announce();
}

export function useAppearance(): { appearance: Appearance; choice: AppearanceChoice } {
  const choice = useSyncExternalStore(listen, appearanceChoice);
  const isDark = useSyncExternalStore(listen, () => darkQuery.matches);
  return { choice, appearance: choice === "system" ? (isDark ? "dark" : "light") : choice };
}

function announce(): void {
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
