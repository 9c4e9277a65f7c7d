export { type Appearance, setAppearance, useAppearance } from "./appearance";
export { useCommandKey, useListKeys } from "./keys";
export { PageLink, path, useGo, useGoBack } from "./navigation";
export { type PaletteAct, setPaletteSearch, usePaletteActs } from "./palette/registry";
export { useStatus, useToday } from "./status";
