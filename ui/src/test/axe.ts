import axe from "axe-core";
import { expect } from "vitest";

/** Fails with the rule and the element when axe finds anything. Colours are tested from the tokens. */
export async function expectAccessible(root: Element): Promise<void> {
  const result = await axe.run(root, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  const found = result.violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" | ")}`,
  );
  expect(found, "axe finds no violation").toEqual([]);
}
