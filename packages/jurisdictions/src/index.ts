export type { HoldOpenCampaign } from "./hold-campaign.ts";
export {
  addAgencyInput,
  addCustomUnitInput,
  addPersonInput,
  changeOwnPasswordInput,
  changeGroupMembersInput,
  changeRolesInput,
  deactivatePersonInput,
  establishGroupInput,
  firstAdministratorsInput,
  issueServiceKeyInput,
  jurisdictionsLimits,
  listGroupsInput,
  listPeopleInput,
  oneTimePasswordInput,
  SERVICE_ROLES,
} from "./inputs.ts";
export { jurisdictionsPermissions } from "./permissions.ts";
export { placeName } from "./place-name.ts";
export { jurisdictionsRules } from "./rules.ts";
export { administers, GROUP_POSITIONS, type GroupPosition, UNIT_LEVELS, type UnitLevel } from "./unit.ts";
