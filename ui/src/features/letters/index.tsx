export { LetterMadePage } from "./made";
export { LetterReviewPage } from "./review";
