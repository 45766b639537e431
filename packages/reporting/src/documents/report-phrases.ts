import { arabicDay, plainLine } from "@anji/official-documents";

/** A long body name may be broken before 领导小组 in a title, nowhere else. */
export function bodySegments(issuingBody: string): string[] {
  return plainLine(issuingBody).split(/(?=领导小组)/);
}

/** The small print: with it a paper copy proves the ledger from outside. */
export function witnessLine(content: { cutOffOn: string; chainHead: string | null }): string {
  const cutOff = `数据截止：${arabicDay(content.cutOffOn)}`;
  return content.chainHead === null ? cutOff : `${cutOff}　审计链头：${content.chainHead}`;
}

/** 附注: 迟报, who wrote and reviewed the text and who answers questions, where they are named. */
export function remarkLine(content: {
  maker: string;
  reviewer: string;
  contact: string;
  isLate: boolean;
  dueOn: string;
}): string | null {
  const late = content.isLate ? [`迟报（应于${arabicDay(content.dueOn)}前报送）`] : [];
  const people = [
    ["填报人", content.maker],
    ["审核人", content.reviewer],
    ["联系人", content.contact],
  ].flatMap(([duty, name = ""]) => (plainLine(name) === "" ? [] : [`${duty}：${plainLine(name)}`]));
  return [...late, ...people].length === 0 ? null : [...late, ...people].join("；");
}
