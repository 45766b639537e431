const ofCode = require("./dependency-cruiser.cjs");

/** Rules that hold for imports of types too. The others ask which code an import brings along, and a type brings none. */
const HELD_BY_TYPES =
  /^(?:upwards-from-|console-(?:upwards|contexts|frame|parts)|console-through-models-only$|through-the-door$|apps-apart$|router-holds-no-sql$|trade-|no-circle$)/;

module.exports = {
  forbidden: ofCode.forbidden.filter(({ name }) => HELD_BY_TYPES.test(name)),
  options: { ...ofCode.options, tsPreCompilationDeps: true },
};
