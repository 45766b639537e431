const ofCode = require("./dependency-cruiser.cjs");

/** Rules that hold for imports of types too. The others ask which code an import brings along, and a type brings none. */
const HELD_BY_TYPES =
  /^(?:upwards-from-|trade-asks-no-room$|console-through-models-only$|through-the-door$|apps-apart$|router-holds-no-sql$|trade-|no-circle$)/;
/** Where circles of types are still left. Empty this list when the console has none. */
const CIRCLES_LEFT = ["^apps/console/"];

module.exports = {
  forbidden: ofCode.forbidden
    .filter(({ name }) => HELD_BY_TYPES.test(name))
    .map((rule) => (rule.name === "no-circle" ? { ...rule, from: { pathNot: CIRCLES_LEFT } } : rule)),
  options: { ...ofCode.options, tsPreCompilationDeps: true },
};
