// How the window looks: attributes on the root element that tokens.css answers to. The choice is
// remembered here so that the first frame is right; the program's settings are the truth.
import { useSyncExternalStore } from "react";
import type { Contrast, Motion, TextSize, Theme } from "@/lib/ipc/bindings.gen";

export interface Appearance {
  theme: Theme;
  contrast: Contrast;
  motion: Motion;
  textSize: TextSize;
}

const STORED_AS = "safelight.appearance";
const initial: Appearance = {
  theme: "system",
  contrast: "system",
  motion: "system",
  textSize: "normal",
};
const allowed: { [K in keyof Appearance]: readonly Appearance[K][] } = {
  theme: ["system", "paper", "darkroom"],
  contrast: ["system", "more"],
  motion: ["system", "reduced"],
  textSize: ["normal", "large", "largest"],
};

let current: Appearance = initial;
const listeners = new Set<() => void>();

function readStored(): Partial<Appearance> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? "{}");
    return typeof stored === "object" && stored !== null ? stored : {};
  } catch {
    return {};
  }
}

function cleaned(wanted: Partial<Appearance>): Appearance {
  const result = { ...current };
  const take = <K extends keyof Appearance>(key: K) => {
    const value = wanted[key];
    if (value !== undefined && allowed[key].includes(value)) result[key] = value;
  };
  for (const key of Object.keys(allowed) as (keyof Appearance)[]) take(key);
  return result;
}

function matches(query: string): boolean {
  return window.matchMedia?.(query).matches ?? false;
}

function apply(): void {
  const root = document.documentElement;
  const isDark =
    current.theme === "system"
      ? matches("(prefers-color-scheme: dark)")
      : current.theme === "darkroom";
  const isHigh = current.contrast === "more" || matches("(prefers-contrast: more)");
  root.dataset.theme = isDark ? "darkroom" : "paper";
  root.dataset.contrast = isHigh ? "high" : "normal";
  root.dataset.text = current.textSize;
  root.dataset.motion = current.motion;
  for (const listener of listeners) listener();
}

/** Before the first frame: no flash of the other theme. Follows the system while that is the choice. */
export function startAppearance(): void {
  current = cleaned(readStored());
  for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) {
    window.matchMedia?.(query).addEventListener("change", apply);
  }
  apply();
}

export function setAppearance(change: Partial<Appearance>): void {
  current = cleaned(change);
  localStorage.setItem(STORED_AS, JSON.stringify(current));
  apply();
}

export function useAppearance(): Appearance {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
