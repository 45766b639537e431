export {
  addAgencyInput,
  addCustomUnitInput,
  addPersonInput,
  changeOwnPasswordInput,
  changeRolesInput,
  deactivatePersonInput,
  firstAdministratorsInput,
  issueServiceKeyInput,
  jurisdictionsLimits,
  listPeopleInput,
  oneTimePasswordInput,
  SERVICE_ROLES,
} from "./inputs.ts";
export { jurisdictionsPermissions } from "./permissions.ts";
export { placeName } from "./place-name.ts";
export { jurisdictionsRules } from "./rules.ts";
export { administers, UNIT_LEVELS, type UnitLevel } from "./unit.ts";
