/** How many of a kind came out as they should. */
export type Tally = { readonly kind: string; readonly of: number; readonly right: number };

/** What other people's pages show of the readers; all of them count as honest. */
export type RealPages = {
  readonly pages: number;
  readonly languages: number;
  /** Pages of which an HTML5 document was made too, and those whose head facts are the same. */
  readonly compared: number;
  readonly same: number;
  /** Pages with text enough to tell repetition, and how many of them are watched and called stuffed. */
  readonly judged: number;
  readonly watched: number;
  readonly called: number;
};

/** What `npm run validate -- visibility --record` measured of the engines that read robots.txt, pages and answers. */
export type VisibilityValidation = {
  readonly builtOn: string;
  readonly robots: {
    /** Verdicts by the section of RFC 9309 that they are derived from. */
    readonly sections: readonly Tally[];
    /** Verdicts on which the published parser of the largest engine, which is followed, and the standard differ. */
    readonly differing: number;
    readonly files: Tally;
  };
  readonly pages: {
    readonly pages: number;
    readonly languages: number;
    /** Facts expected of the pages of a kind, and found. */
    readonly kinds: readonly Tally[];
  };
  readonly stuffing: {
    /** Pages without stuffing and long enough to tell, and how many were watched or called stuffed. */
    readonly honest: number;
    readonly watched: number;
    readonly called: number;
    readonly stuffed: number;
    readonly caught: number;
  };
  /** Pages of other people, read from a folder that is not part of the code. */
  readonly real: RealPages;
  readonly mentions: readonly Tally[];
  /** Answers told rightly, by half (tuning, held-out) and by whether they recommend. */
  readonly recommendations: readonly Tally[];
  /** The same vectors for what people would use otherwise, and what we read beside a browser-like reading. */
  readonly peers: readonly Tally[];
  readonly speeds: readonly { readonly name: string; readonly perSecond: number }[];
};
