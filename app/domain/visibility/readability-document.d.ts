/** The extractor's own small document, which its package ships without types. */
declare module "@mozilla/readability/JSDOMParser.js" {
  export default class JSDOMParser {
    /** Takes well-formed markup only. */
    parse(markup: string, url?: string): Document;
  }
}
