export { freezeFigures, type Frozen } from "./freeze-figures.ts";
