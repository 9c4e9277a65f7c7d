// Names of countries in the window's language; the list is ISO 3166-1 alpha-2 without territories
// that take no post.
const codes =
  "AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW".split(
    " ",
  );

/** Where the town stands before the postcode; papers have the exact order of each country. */
export const townFirst: ReadonlySet<string> = new Set("GB IE US CA AU NZ IN SG ZA".split(" "));

export interface Country {
  id: string;
  label: string;
}

let known: readonly Country[] | null = null;

export function countries(): readonly Country[] {
  if (known === null) {
    const names = new Intl.DisplayNames(["en"], { type: "region" });
    known = codes
      .map((id) => ({ id, label: names.of(id) ?? id }))
      .sort((a, b) => a.label.localeCompare(b.label, "en"));
  }
  return known;
}
