/** Ordinary English words that are also names of companies. In lower case they are taken for the word. */
const words = new Set(
  `able accent ace active adobe advance affirm agile air alight alive alliance ally alpha amazon amber anchor apex apple arc arch
   arm arrow ascend aspect asset atlas avid axis balance bamboo base basecamp beacon bench best bird blaze bliss block bloom blue
   bolt boost boots bounce bounty box branch brave breeze bridge bright brook brush buffer bullet bumble burst butter cache
   calm canvas capital care carrot cascade case castle catalyst center chain chase chime circle citizen clarity clear clever cliff
   clip cloud clover coach coast coda cohere coin column comet compass concur condor confluence copper coral core cove craft crane
   crate crest crisp crown crystal cube current dash dawn deck deel deliver delta depot diamond direct discover dish dock dove draft
   dragon dream drift drop dune eagle earth echo edge elastic element ember emerald empire encore engage envoy epic equinox essence
   even ever evolve express fable falcon fathom feather fiddle fidelity finch fin first fit flash flex flow flux focus folk ford
   forge form forward fossil fox frame fresh front frontier fuel fuse future galaxy gap gem general genesis glean global glow gold
   good grain grape graph green grid grove gusto halo harbor harmony harvest haven hawk hinge hive home honey hook horizon house
   free hub icon ideal impact indeed index ink insight instant intercom iris iron island ivy jade jaguar jasper jet joy jump juniper keen
   kite kraken lagoon lane lark lattice launch layer leaf legend lever liberty light lime linear link lotus loom lucid lumen
   lunar lyft magnet maple mark market match matter maven meadow medium mercury merge meta method metro mint mirror mission modern
   moment momentum monday monitor moon mosaic motion mount native nest new next nike nimble node noom north notion nova oak oasis ocean
   octopus olive omega one onyx open opera optimum oracle orange orbit orchid origin osprey otter oxygen pace palm panda panther
   paper path patch peak pearl peloton penguin pepper phoenix pilot pine pinnacle pioneer pivot pixel plaid planet plum point polar
   porter post premier pulse puma pure quartz quest quick quill quiver radar radiant rain ramp range rapid raven reach ready rebel
   reef relay relic render remote resolve ripple rise river robin rocket root rose ruby sable safari sage sail salt sapphire scale
   scout seed segment select sense sentry shell shield shift ship signal silk silver simple sketch sky slack slate smart snap solar
   solid sonic spark sparrow spectrum spirit splash spring sprint sprout spruce square stack staples star state steam stellar stone
   storm stream stride strike stripe studio subway summit sun surface surge swan swift sync table target teal tempo terra tide tiger
   titan toast token topaz torch total tower track trail transit tree trek tribe true trust twist uber union unity up upstart urban
   valley vanguard vault vector vega venture verge vertex vibe victory view virtue visa vision vista vital wave whale wise wish wolf
   wonder work world yield zenith zoom`.split(/\s+/),
);

export function isCommonWord(word: string): boolean {
  return words.has(word);
}

/** Ordinary words of other languages that are also names of companies: animals, shops, papers and things in lower case. */
const elsewhere = new Set(
  `bahn bild bunte otto post sparkasse spiegel stern welt zeit
   carrefour casino express libération monde mutuelle orange point poste printemps
   banco caja claro corte mundo país vivo natura pão folha globo
   corriere poste repubblica sole stampa
   apotek posten
   biedronka gazeta orzeł perła play poczta polityka puls żabka
   garanti hürriyet milliyet sabah şok vatan
   дикси известия лента магнит мегафон метрополис мир почта правда точка тройка факел яблоко`.split(/\s+/),
);

/** Whether a word in lower case is a word of some language before it is a name. */
export function isOrdinaryWord(word: string): boolean {
  return words.has(word) || elsewhere.has(word);
}
