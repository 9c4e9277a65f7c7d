export { DebtPage } from "./DebtPage";
