import { describe, expect, it } from "vitest";
import { isColour } from "./accent";
import { countryOfZone, habitsOf, languageLabel, paperLanguages } from "./country";
import { patternProblem } from "./NumberFields";

describe("what a country usually means", () => {
  it("knows_money_sheet_and_account_of_common_places", () => {
    expect(habitsOf("US")).toEqual({
      currency: "USD",
      paper: "letter",
      language: "en-US",
      account: "routing",
    });
    expect(habitsOf("DE")).toMatchObject({ currency: "EUR", paper: "a4", account: "iban" });
    expect(habitsOf("GB")).toMatchObject({ currency: "GBP", account: "sortCode" });
    expect(habitsOf("FR").language, "as its clients read").toBe("fr-FR");
    expect(habitsOf("CH").language, "several: the owner chooses").toBe("en-CH");
    expect(habitsOf("ES").language, "no words of its own yet").toBe("en-GB");
    expect(countryOfZone("Europe/Vienna")).toBe("AT");
    expect(countryOfZone("Etc/UTC")).toBe("");
  });

  it("offers_only_languages_with_words_for_papers", () => {
    for (const country of ["GB", "US", "DE", "FR", "JP", "BR", "CH"])
      expect(paperLanguages).toContain(habitsOf(country).language);
    expect(languageLabel("en-NZ")).toBe("English (New Zealand)");
  });
});

describe("the accent", () => {
  it("is_a_colour_in_six_figures", () => {
    const known = ["#ffffff", " #1D3C5C ", "red", "#fff", "#12345g", ""].filter(isColour);
    expect(known).toEqual(["#ffffff", " #1D3C5C "]);
  });
});

describe("a number pattern", () => {
  it("needs_one_counter_and_the_year_when_it_starts_again", () => {
    const of = (pattern: string, yearlyReset = false) =>
      patternProblem({ pattern, yearlyReset, next: 1 });
    expect(of("INV-{NNN}")).toBeNull();
    expect(of("{YY}/{N}", true)).toBeNull();
    expect(of("INV-")).not.toBeNull();
    expect(of("{N}{NN}")).not.toBeNull();
    expect(of("{MM}-{N}")).toBe("{MM} is not known here.");
    expect(of("{N", false)).not.toBeNull();
    expect(of("INV-{N}", true)).not.toBeNull();
  });
});
