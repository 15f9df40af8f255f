/** The part of pdfmake 0.3 that is used here; the package brings no types of its own. */
declare module "pdfmake" {
  type Pdfmake = {
    setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(definition: Readonly<Record<string, unknown>>): { getBuffer(): Promise<Uint8Array> };
  };
  const pdfmake: Pdfmake;
  export default pdfmake;
}
