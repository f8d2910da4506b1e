// The one implementation lies in freemarker/, which stands alone and could be published on its own.
export { nearest } from "../freemarker/nearest.js";
