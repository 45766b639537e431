import type { RuleBook } from "@anji/kernel";

export const jurisdictionsRules = {
  "jurisdictions.unitUnknown": {
    clause: null,
    "zh-CN": "单位 {code} 不在您的管理范围内，请从区划树中选择。",
    en: "Unit {code} is not in your area. Pick it from the tree.",
  },
  "jurisdictions.parentLevel": {
    clause: null,
    "zh-CN": "自定义县级单位只能设在市下，经办机构只能设在省、市、县下。",
    en: "A custom county-level unit must be under a city, a handling agency under a province, city or county.",
  },
  "jurisdictions.unitNameTaken": {
    clause: null,
    "zh-CN": "该上级单位下已有“{name}”，不必重复增设。",
    en: "This unit already has “{name}” under it.",
  },
  "jurisdictions.confirmCustom": {
    clause: null,
    "zh-CN": "只有尚未确认的自定义单位需要确认。",
    en: "Only a custom unit that nobody confirmed yet is confirmed.",
  },
  "jurisdictions.confirmOther": {
    clause: null,
    about: "whose",
    "zh-CN": "增设单位的人不能确认自己增设的单位。",
    en: "Another person than the one who added a unit confirms it.",
  },
  "jurisdictions.retireRegion": {
    clause: null,
    "zh-CN": "只有仍在册的县级单位可以撤销或并入其他单位。",
    en: "Only a county-level unit that still counts is retired or merged.",
  },
  "jurisdictions.retireFromToday": {
    clause: null,
    "zh-CN": "撤销日期不能早于今天。",
    en: "A unit is retired from today or a later day on.",
  },
  "jurisdictions.mergeOther": {
    clause: null,
    "zh-CN": "只能并入另一个仍在册的县级单位。",
    en: "A unit is merged into another county-level unit that still counts.",
  },
  "jurisdictions.codesExhausted": {
    clause: null,
    "zh-CN": "该单位下可用的自定义编号已用完。",
    en: "No free custom code is left under this unit.",
  },
  "jurisdictions.usernameTaken": {
    clause: null,
    "zh-CN": "用户名已被使用，请换一个。",
    en: "This user name is taken. Choose another.",
  },
  "jurisdictions.usernameForm": {
    clause: null,
    "zh-CN": "用户名为 3 至 30 位小写字母、数字、点或下划线。",
    en: "3 to 30 lower-case letters, digits, dots or underscores.",
  },
  "jurisdictions.passwordForm": {
    clause: null,
    "zh-CN": "密码至少 10 位，且同时含有字母和数字。",
    en: "At least 10 characters, with letters and digits.",
  },
  "jurisdictions.ownRoles": {
    clause: null,
    "zh-CN": "不能调整或停用自己的账号，请由其他管理员办理。",
    en: "You cannot change your own account. Ask another administrator.",
  },
  "jurisdictions.ownPassword": {
    clause: null,
    "zh-CN": "自己的密码请在右上角姓名菜单的“修改密码”中修改。",
    en: "Change your own password under “Change password” in the menu at your name.",
  },
  "jurisdictions.passwordWrong": {
    clause: null,
    "zh-CN": "当前密码不正确。",
    en: "This is not your current password.",
  },
  "jurisdictions.passwordUnchanged": {
    clause: null,
    "zh-CN": "新密码不能与当前密码相同。",
    en: "The new password must differ from the current one.",
  },
  "jurisdictions.tooManyGuesses": {
    clause: null,
    "zh-CN": "尝试次数过多，请在 {seconds} 秒后再试。",
    en: "Too many attempts. Try again in {seconds} seconds.",
  },
  "jurisdictions.signInWrong": {
    clause: null,
    "zh-CN": "用户名或密码不正确。",
    en: "The user name or the password is not right.",
  },
  "jurisdictions.personInactive": {
    clause: null,
    "zh-CN": "该账号已停用，请先恢复。",
    en: "This account is closed. Reactivate it first.",
  },
  "jurisdictions.personActive": {
    clause: null,
    "zh-CN": "该账号正在使用，无需恢复。",
    en: "This account is already active.",
  },
  "jurisdictions.keyNotPassword": {
    clause: null,
    "zh-CN": "服务账号没有密码，停用后也不能恢复，请重新签发密钥。",
    en: "A service has no password, and a closed one stays closed. Issue a new key instead.",
  },
  "jurisdictions.ownAgencyOnly": {
    clause: null,
    "zh-CN": "经办机构的系统管理岗只能管理本机构的人员。",
    en: "An administrator of a handling agency manages that agency's people only.",
  },
  "jurisdictions.serviceRole": {
    clause: null,
    "zh-CN": "“报告工作机”和“只读服务”只用于服务账号，其他岗位只用于人员。",
    en: "The worker and observer roles are for service accounts, all others for people.",
  },
  "jurisdictions.alreadyInstalled": {
    clause: null,
    "zh-CN": "系统已完成初始设置，请直接登录。",
    en: "The system is already set up. Sign in.",
  },
  "jurisdictions.provinceUnknown": {
    clause: null,
    "zh-CN": "没有该省的区划数据。",
    en: "There is no region data for this province.",
  },
} as const satisfies RuleBook;
