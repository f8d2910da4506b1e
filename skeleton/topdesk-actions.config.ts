import { defineConfig } from "topdesk-actions";
import { myAction } from "./actions/my-action.js";

export default defineConfig({ actions: [myAction] });
