export { referencePage } from "./reference.js";
