// The borders of the window's code: no feature imports another feature, nothing below imports
// something above (lib < components < app < parts < features < routes), and colours live in tokens.css only.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../src", import.meta.url));
const importPattern = /(?:from|import)\s*\(?\s*["']([^"']+)["']/g;
const rank = { lib: 0, styles: 0, components: 1, app: 2, parts: 3, features: 4, routes: 5 };
const problems = [];

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

for (const path of files(root)) {
  const here = relative(root, path);
  const [area, place] = here.split("/");
  const source = readFileSync(path, "utf8");
  if (
    path.endsWith(".css") &&
    here !== "styles/tokens.css" &&
    /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i.test(source)
  ) {
    problems.push(`${here}: a colour value outside styles/tokens.css`);
  }
  if (!/\.tsx?$/.test(path) || /\.test\.tsx?$/.test(path)) continue;
  for (const [, target] of source.matchAll(importPattern)) {
    const local = target.startsWith("@/")
      ? target.slice(2)
      : target.startsWith(".")
        ? relative(root, resolve(dirname(path), target))
        : null;
    if (local === null) continue;
    const [otherArea, otherPlace] = local.split("/");
    if (area === "features" && otherArea === "features" && place !== otherPlace) {
      problems.push(`${here}: a feature imports another feature (${local})`);
    }
    if (otherArea === "test") problems.push(`${here}: shipped code imports test code`);
    if (local.endsWith("ipc/fake") && area !== "test")
      problems.push(`${here}: the fake backend is for tests only`);
    if (
      area in rank &&
      otherArea in rank &&
      rank[otherArea] > rank[area] &&
      here !== "app/router.tsx"
    ) {
      problems.push(`${here}: ${area} imports ${otherArea} (${local})`);
    }
  }
}

for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exit(1);
