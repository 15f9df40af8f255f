/** The light values of the theme's tokens, for a document that carries its own style. */
export const paperTokens = {
  ground: "#f7f7f5",
  surface: "#ffffff",
  raised: "#efefec",
  line: "#e2e2dd",
  "line-strong": "#868a87",
  ink: "#1c1e21",
  "ink-soft": "#5a5e63",
  accent: "#0b6e69",
  automatable: "#bd5109",
  augmentable: "#0f7b74",
  human: "#7f8798",
  bad: "#a8201a",
  warn: "#7d5400",
  good: "#1c6b35",
  band: "#b9d7d4",
  grid: "#ecece8",
} as const;

const variables = Object.entries(paperTokens)
  .map(([name, value]) => `--${name}:${value}`)
  .join(";");

/** A4, two weights, hairlines. Nothing is fetched: fonts are the system's. */
export const paperStyle = `
:root{${variables}}
@page{size:A4;margin:18mm 16mm 18mm}
*{box-sizing:border-box}
body{margin:0;font:10pt/1.45 system-ui,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;color:var(--ink);font-variant-numeric:tabular-nums}
h1{font-size:17pt;line-height:1.25;margin:2pt 0 10pt}
h2{font-size:13pt;margin:18pt 0 6pt;break-after:avoid}
h3{font-size:10.5pt;margin:10pt 0 3pt;break-after:avoid}
p{margin:0 0 6pt}
ul{margin:0 0 6pt;padding-left:14pt}
li{margin-bottom:2pt}
.quiet,.text-ink-soft{color:var(--ink-soft)}
.quiet,.text-caption{font-size:8.5pt}
.font-semibold{font-weight:600}
.sr-only{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table{width:100%;border-collapse:collapse;margin:6pt 0 8pt;font-size:8.5pt}
.key-table{font-size:10pt}
th{font-weight:400;color:var(--ink-soft);text-align:left;vertical-align:bottom;border-bottom:.75pt solid var(--line-strong);padding:3pt 8pt 3pt 0}
tbody th{color:inherit;vertical-align:top;border-bottom:.5pt solid var(--line)}
td{vertical-align:top;border-bottom:.5pt solid var(--line);padding:3pt 8pt 3pt 0}
.end{text-align:right;white-space:nowrap}
tr,figure{break-inside:avoid}
thead{display:table-header-group}
figure{margin:6pt 0}
svg{display:block;width:100%;height:auto;max-height:150mm}
`;
