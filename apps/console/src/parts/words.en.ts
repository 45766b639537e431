export const due = {
  unset: "no deadline",
  normal: "{{days}} days left",
  soon: "due in {{days}} days",
  today: "due today",
  overdue: "{{days}} days overdue",
} as const;

export const money = { wan: "{{amount}} × 10,000 yuan", unit: "In 10,000 yuan" } as const;

export const amounts = {
  found: "Found",
  recovered: "Recovered",
  repaid: "Repaid by government",
  rebooked: "Re-booked",
  writtenOff: "Written off",
  outstanding: "Outstanding",
  stated: "Stated",
  reduced: "Reduced",
  firstStated: "First stated",
} as const;

export const states = {
  loading: "Loading",
  notShown: "{{what}} could not be shown",
  nothingLost: "Nothing that was saved is lost. Load it again.",
  retry: "Load again",
  progress: "{{done}} / {{total}}",
  saved: "Saved",
  saving: "Saving",
  changedMeanwhile: "Changed by someone else; check it",
  notSaved: "Not saved yet; the next try is soon",
  offline: "The server cannot be reached. Check the network and try again; what you entered is still on the page.",
  stale:
    "Someone else changed this record while you were writing. Its latest content is shown; what you wrote is kept. Check it and submit again.",
  loadMore: "Load more",
  shownSoFar: "{{n}} shown",
} as const;

export const acts = {
  cancel: "Cancel",
  close: "Close",
  save: "Save",
  download: "Download",
  clear: "Clear conditions",
  remove: "Remove",
  choose: "Choose",
  discardTitle: "Discard what you have entered?",
  discard: "Discard",
  keepWriting: "Continue writing",
  copy: "Copy",
  copied: "Copied",
} as const;

export const levels = {
  province: "Province",
  city: "City",
  county: "County",
  ministry: "Inter-ministerial",
  agency: "Handling agency",
} as const;

export const roles = {
  clerk: "Clerk",
  reviewer: "Reviewer",
  inspector: "Inspector",
  leader: "Leader",
  administrator: "Administrator",
  worker: "Reporting worker",
  observer: "Reading service",
} as const;

export const fields = {
  documentNo: "Document number",
  reason: "Reason",
  unit: "Unit",
  required: "Required.",
  tooLong: "At most {{max}} characters; these are {{n}}. Shorten it.",
  amountForm: "A number in 10,000 yuan with at most six decimals.",
  documentNoHint: "For example: 冀社险治办〔2009〕3号",
  dayForm: "year-month-day, such as 2009-02-17",
  openCalendar: "Open the calendar",
  dayInvalid: "Write it as 2009-02-17.",
  dayEarliest: "Not before {{day}}.",
  dayLatest: "Not after {{day}}.",
} as const;

export const phases = {
  deployment: "Deployment",
  selfCheck: "Self-check and rectification",
  acceptance: "Inspection and acceptance",
  summary: "Summary and report",
  ended: "Ended",
  ordinal: { deployment: "1", selfCheck: "2", acceptance: "3", summary: "4" },
} as const;

export const gates = {
  quoted: "“{{clause}}”",
  unit: "Unit",
  matrix: "Units and conditions",
  readiness: "Ready",
  states: { pass: "Met", fail: "Not met", unmet: "Delayed and not done", waived: "Waived", none: "None here" },
  ready: {
    pass: "Ready",
    fail: "{{short}} missing",
    unmet: "{{short}} delayed, not done",
    waived: "With waiver",
    none: "None here",
  },
  readyUnits: "{{ready}} / {{of}}",
  ratio: "{{passed}}/{{total}}",
  passedOf: "{{passed}} / {{total}}",
  none: "none",
  cell: "{{state}}, {{ratio}}, open the list",
} as const;

export const files = {
  dropHere: "Press to choose a file, or drop it here",
  dropOther: "press to choose another",
  uploading: "Uploading {{name}}",
  failed: "The file was not uploaded",
} as const;

export const mistakes = {
  label: "Check",
  sheet: "Sheet",
  cell: "Cell",
  kind: "Kind",
  mistake: "Mistake",
  warning: "Warning",
  message: "What is wrong and what to write",
} as const;

export const gauge = {
  doneOf: "{{done}} of {{needed}} needed ({{total}} in all)",
  scheduled: "{{n}} more scheduled",
  short: "{{n}} missing",
  reached: "Reached",
  none: "Not concerned",
} as const;
