import { storeFile } from "@anji/database";
import { type Actor, type Id, knownDay } from "@anji/kernel";
import type { OrganisationRoom } from "./room.ts";

/** A file as it is uploaded with a plan. */
export async function upload(room: OrganisationRoom, actor: Actor): Promise<Id<"file">> {
  const { fileId } = await storeFile(room.ctxOf(actor), {
    commandId: crypto.randomUUID(),
    name: "方案.docx",
    mediaType: "application/msword",
    sha256: "a".repeat(64),
    sizeBytes: 9,
  });
  return fileId;
}

/** A plan with everything it needs, of the smallest length that says something. */
export function planFields(fileId: Id<"file">) {
  return {
    title: "社会保险基金专项治理实施方案",
    documentNo: "石社保治〔2008〕2号",
    filedOn: knownDay("2008-07-28"),
    tasks: "对全市五项社会保险基金开展自查自纠。",
    goals: "摸清底数，纠正违规问题，健全长效机制。",
    division: "劳动保障部门牵头，各部门按职责分工负责。",
    measures: "建立问题台账，实行月报告制度，逐项销号。",
    fileId,
  };
}
