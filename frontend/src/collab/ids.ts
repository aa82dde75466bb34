const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** A new record's identifier: 21 characters of 64, 126 random bits, safe in an address. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(21));
  // 64 divides 256, so taking six bits of each byte favours no letter.
  return Array.from(bytes, (byte) => ALPHABET[byte & 63]).join("");
}
