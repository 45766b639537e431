const VERB_KEYS = {
  "findings.register": "work.verbs.findings.register",
  "findings.classify": "work.verbs.findings.classify",
  "findings.planRectification": "work.verbs.findings.planRectification",
  "findings.recordSettlement": "work.verbs.findings.recordSettlement",
  "findings.attachEvidence": "work.verbs.findings.attachEvidence",
  "findings.reportRectified": "work.verbs.findings.reportRectified",
  "findings.close": "work.verbs.findings.close",
  "findings.returnRectification": "work.verbs.findings.returnRectification",
  "findings.returnRegistration": "work.verbs.findings.returnRegistration",
  "findings.amend": "work.verbs.findings.amend",
  "findings.signSelfCheck": "work.verbs.findings.signSelfCheck",
  "inspection.plan": "work.verbs.inspection.plan",
  "inspection.begin": "work.verbs.inspection.begin",
  "inspection.complete": "work.verbs.inspection.complete",
  "inspection.countersign": "work.verbs.inspection.countersign",
} as const;

type VerbKey = (typeof VERB_KEYS)[keyof typeof VERB_KEYS] | "work.verbs.other";

/** The word on the button of a matter, by the act that is next. */
export function verbKey(verb: string): VerbKey {
  return Object.hasOwn(VERB_KEYS, verb) ? VERB_KEYS[asKnown(verb)] : "work.verbs.other";
}

// The caller has looked the verb up.
function asKnown(verb: string): keyof typeof VERB_KEYS {
  return verb as keyof typeof VERB_KEYS;
}
