// Words belong to the message catalogue. oxlint catches text between tags; this catches what it
// cannot: literal text in the attributes people read or hear.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "oxc-parser";

const root = fileURLToPath(new URL("../src", import.meta.url));
const spoken = new Set([
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "alt",
  "title",
  "placeholder",
  "label",
  "description",
  "text",
  "heading",
  "caption",
  "tooltip",
  "message",
  "emptyTitle",
  "header",
]);
const wordy = /\p{L}{2,}/u;

function literalText(node) {
  if (!node) return null;
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "JSXExpressionContainer") return literalText(node.expression);
  if (node.type === "ConditionalExpression")
    return literalText(node.consequent) ?? literalText(node.alternate);
  if (node.type === "LogicalExpression") return literalText(node.right);
  if (node.type === "TemplateLiteral")
    return node.quasis.map((part) => part.value.cooked).join(" ");
  return null;
}

function problemsIn(path) {
  const source = readFileSync(path, "utf8");
  const found = [];
  const report = (node, text) => {
    const line = source.slice(0, node.start).split("\n").length;
    found.push(
      `${relative(root, path)}:${line} literal text: ${JSON.stringify(text.trim().slice(0, 60))}`,
    );
  };
  new Visitor({
    JSXAttribute(node) {
      const name = node.name.type === "JSXIdentifier" ? node.name.name : "";
      if (!spoken.has(name)) return;
      const text = literalText(node.value);
      if (text !== null && wordy.test(text)) report(node, text);
    },
    JSXText(node) {
      if (wordy.test(node.value)) report(node, node.value);
    },
    JSXExpressionContainer(node) {
      const text =
        node.expression.type === "Literal" || node.expression.type === "ConditionalExpression"
          ? literalText(node)
          : null;
      const parent = source.slice(Math.max(0, node.start - 1), node.start);
      if (parent !== "=" && text !== null && wordy.test(text)) report(node, text);
    },
  }).visit(parseSync(path, source).program);
  return found;
}

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (entry.name.endsWith(".tsx") && !entry.name.endsWith(".test.tsx")) yield path;
  }
}

const problems = [...sources(root)].flatMap(problemsIn);
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) {
  process.stderr.write(`${problems.length} literal texts; move them to src/lib/i18n/messages/en\n`);
  process.exit(1);
}
