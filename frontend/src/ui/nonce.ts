/** What the content security policy of this very page lets style elements be known by; empty in development. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}
