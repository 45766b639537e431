export { cityNameOf } from "./city-name.ts";
export { accountOfKey } from "../sign-in/accounts.ts";
export { actorOf } from "./actor-of.ts";
export { type GroupAnswer, type GroupMember, listGroups } from "./groups.ts";
export { installState } from "./install-state.ts";
export { me } from "./me.ts";
export { listPeople, type PersonAnswer } from "./people.ts";
export { PROVINCES } from "../regions/region-tree.ts";
export { regionInScope, regionsUnder, unitInScope, type UnitRow, unitTree } from "./units.ts";
