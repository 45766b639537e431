/** Problems as units write them: kind, fund line, text, and largest amount (万元). */
export type Problem = { kind: string; fundLine: string; summary: string; wanMin: number; wanMax: number };

export const PROBLEMS: readonly Problem[] = [
  {
    kind: "A1",
    fundLine: "enterprise-pension",
    summary: "部分企业按最低基数申报，少核缴费基数",
    wanMin: 8,
    wanMax: 96,
  },
  {
    kind: "A2",
    fundLine: "enterprise-pension",
    summary: "破产企业欠费未列入清偿计划，未及时征缴",
    wanMin: 20,
    wanMax: 240,
  },
  { kind: "A2", fundLine: "unemployment", summary: "事业单位失业保险费未按月征缴", wanMin: 5, wanMax: 60 },
  { kind: "A3", fundLine: "employee-medical", summary: "滞纳金和利息收入未按规定入账", wanMin: 1, wanMax: 18 },
  {
    kind: "A6",
    fundLine: "enterprise-pension",
    summary: "招商引资文件自行规定缓缴、减缴养老保险费",
    wanMin: 30,
    wanMax: 320,
  },
  { kind: "B1", fundLine: "enterprise-pension", summary: "死亡人员家属冒领养老金，未及时停发", wanMin: 1, wanMax: 24 },
  { kind: "B2", fundLine: "unemployment", summary: "在失业保险基金中列支经办机构业务经费", wanMin: 6, wanMax: 42 },
  { kind: "B3", fundLine: "work-injury", summary: "工伤待遇未及时足额支付", wanMin: 2, wanMax: 30 },
  { kind: "B5", fundLine: "employee-medical", summary: "定点医院分解住院、超范围用药", wanMin: 3, wanMax: 58 },
  { kind: "B6", fundLine: "employee-medical", summary: "定点医院医疗费用超过三个月未结算", wanMin: 12, wanMax: 130 },
  { kind: "B9", fundLine: "enterprise-pension", summary: "列支经办机构行政经费", wanMin: 10, wanMax: 150 },
  { kind: "B10", fundLine: "enterprise-pension", summary: "借给下属企业周转，逾期未还", wanMin: 40, wanMax: 480 },
  { kind: "B12", fundLine: "unemployment", summary: "已就业人员继续领取失业保险金", wanMin: 1, wanMax: 15 },
  { kind: "C1", fundLine: "maternity", summary: "同一基金开设两个支出户", wanMin: 4, wanMax: 66 },
  { kind: "C3", fundLine: "employee-medical", summary: "收入户资金月末未及时划入财政专户", wanMin: 15, wanMax: 210 },
  { kind: "C4", fundLine: "resident-medical", summary: "居民医保与职工医保未分账核算", wanMin: 9, wanMax: 120 },
  { kind: "C5", fundLine: "enterprise-pension", summary: "个人账户重复建立，利息未按规定记录", wanMin: 2, wanMax: 35 },
  { kind: "C6", fundLine: "institution-pension", summary: "行业统筹结余未按规定归集", wanMin: 25, wanMax: 300 },
  { kind: "D1", fundLine: "work-injury", summary: "结余基金存入非国有商业银行", wanMin: 30, wanMax: 260 },
  { kind: "D2", fundLine: "unemployment", summary: "结余基金按活期计息，未执行优惠利率", wanMin: 1, wanMax: 20 },
  {
    kind: "D4",
    fundLine: "enterprise-pension",
    summary: "1996年前财政借用基金平衡预算，长期未归还",
    wanMin: 60,
    wanMax: 520,
  },
];

export const RECTIFICATION_MEASURES = [
  "与欠款单位签订还款协议，分期收回",
  "调整会计科目，补记收入",
  "撤销账户，余额并入财政专户",
  "废止文件，恢复足额征缴",
  "追回多付待遇，建立生存认证制度",
];
