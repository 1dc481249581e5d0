/** How many of the list count as common: Django's list, which the documents' ancestor uses, is of this order. */
const counted = 10_000;

let loaded: Promise<ReadonlySet<string>> | undefined;

/** The passwords that people choose most often, in lower case; read when first asked for, since few processes need it. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  loaded ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) =>
      new Set(dictionary['passwords-common'].slice(0, counted).map((entry) => String(entry))),
  );
  return loaded;
}
