import { PAGE_PERSON_FIELD, PAGE_PERSON_HEADER } from "@anji/kernel";

/** Whose page this is. It is set when the page first learns it, and only signing in or out here changes it. */
let person: string | null = null;

export function holdPagePerson(personId: string): void {
  person ??= personId;
}

/** After a sign-in or sign-out on this page. */
export function releasePagePerson(): void {
  person = null;
}

/** The header of every request of this page. */
export function pagePersonHeader(): Record<string, string> {
  return person === null ? {} : { [PAGE_PERSON_HEADER]: person };
}

/** The same in the address of a stream, where a header is not possible. */
export function inPagePerson(): string {
  return person === null ? "" : `&${new URLSearchParams({ [PAGE_PERSON_FIELD]: person }).toString()}`;
}
