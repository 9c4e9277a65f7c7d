export { TodayPage } from "./page";
