/** Without characters that are easily confused when read out: 0, 1, i, l and o. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz";
const DIGITS = "23456789";
const SIGNS = LETTERS + DIGITS;
const GROUPS = 3;
const GROUP_LENGTH = 4;
/** Bytes from this value on would make the first characters more likely than others. */
const FAIR_BELOW = 256 - (256 % SIGNS.length);

/** A password to be shown once and changed at sign-in: twelve random letters and digits in groups. */
export function oneTimePassword(): string {
  const signs = randomSigns(GROUPS * GROUP_LENGTH);
  const isMixed = /[a-z]/.test(signs) && /\d/.test(signs);
  return isMixed
    ? Array.from({ length: GROUPS }, (_, at) => signs.slice(at * GROUP_LENGTH, (at + 1) * GROUP_LENGTH)).join("-")
    : oneTimePassword();
}

function randomSigns(count: number): string {
  let signs = "";
  while (signs.length < count) {
    for (const byte of crypto.getRandomValues(new Uint8Array(count))) {
      if (byte < FAIR_BELOW && signs.length < count) signs += SIGNS[byte % SIGNS.length] ?? "";
    }
  }
  return signs;
}
