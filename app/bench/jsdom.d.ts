/** What the bench uses of a library that ships without types. */
declare module "jsdom" {
  export class VirtualConsole {}
  export class JSDOM {
    constructor(html: string, options?: { readonly url?: string; readonly virtualConsole?: VirtualConsole });
    readonly window: { readonly document: Document; close(): void };
  }
}
