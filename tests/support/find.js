// What a person using a screen reader would find: elements by role and accessible name, visible ones only.
// arguments: role, name, whether the whole name must fit. Returns the elements.
const [role, wanted, exact] = arguments;
const SELECTORS = {
  button: "button, [role=button], summary",
  link: "a[href], [role=link]",
  heading: "h1, h2, h3, h4, [role=heading]",
  textbox: "textarea, [role=textbox], input:not([type]), input[type=text], input[type=email], input[type=search], input[type=tel], input[type=url], input[type=password], [role=searchbox]",
  combobox: "[role=combobox]",
  checkbox: "input[type=checkbox], [role=checkbox], [role=switch]",
  radio: "input[type=radio], [role=radio]",
  option: "[role=option]",
  row: "[role=row], tr",
  tab: "[role=tab]",
  menuitem: "[role=menuitem]",
  spinbutton: "[role=spinbutton], input[type=number]",
  group: "[role=group], fieldset",
  region: "section, [role=region], main, nav",
  dialog: "[role=dialog], [role=alertdialog]",
};
const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const byId = (ids) => clean(ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" "));
function nameOf(element) {
  const labelledBy = element.getAttribute("aria-labelledby");
  if (labelledBy && byId(labelledBy)) return byId(labelledBy);
  const label = clean(element.getAttribute("aria-label"));
  if (label) return label;
  if (element.labels?.length) return clean([...element.labels].map((one) => one.textContent).join(" "));
  if (element.tagName === "FIELDSET") return clean(element.querySelector("legend")?.textContent);
  const text = clean(element.textContent);
  return text || clean(element.getAttribute("title")) || clean(element.getAttribute("placeholder"));
}
// Inputs behind a drawn box or dot have no size of their own; what labels them has.
const boxOf = (element) => (/^(checkbox|radio)$/.test(element.type ?? "") ? (element.closest("label") ?? element) : element);
const isVisible = (element) => {
  const box = boxOf(element);
  return box.getClientRects().length > 0 && getComputedStyle(box).visibility !== "hidden" && !element.closest("[aria-hidden=true], [inert]");
};
const fits = (name) => (exact ? name === wanted : name.includes(wanted));
return [...document.querySelectorAll(SELECTORS[role] ?? `[role=${role}]`)]
  .filter((element) => isVisible(element) && fits(nameOf(element)))
  .map(boxOf);
