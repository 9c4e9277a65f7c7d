import { describe, expect, it } from "vitest";
import { scaleOf, shownWidth, stepped } from "./zoom";

const a4 = { width: 595, height: 842 };

describe("the size of a page on the screen", () => {
  it("fits the width or the whole page", () => {
    expect(shownWidth(scaleOf("width", a4, { width: 800, height: 400 }), a4)).toBe(800);
    const whole = scaleOf("page", a4, { width: 800, height: 400 });
    expect(Math.round((842 * 96 * whole) / 72)).toBe(400);
  });

  it("goes by steps from wherever it is, and stays at the ends", () => {
    expect(stepped(0.83, 1)).toBe(1);
    expect(stepped(0.83, -1)).toBe(0.75);
    expect(stepped(1, 1)).toBe(1.25);
    expect(stepped(4, 1)).toBe(4);
  });
});
