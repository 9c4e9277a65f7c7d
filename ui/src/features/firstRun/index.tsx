export { FirstRunPage } from "./page";
