// The arrows of app/README.md as rules. Each comment says where the code wants to go instead.
/** @param {string} name */
const area = (name) => `^app/domain/${name}/`;
const inDomain = "^app/domain/";
const purePackages = "node_modules/(parse5|entities|@mozilla/readability|tldts|franc-min|syllable|ipaddr\\.js)/";

/**
 * A rule: what these areas import inside `app/domain` may only be their own area, the kernel and `others`.
 * @param {string} name
 * @param {readonly string[]} others
 * @param {string} comment
 */
function mayLookAt(name, others, comment) {
  return {
    name: `${name.replace(/[^a-z]+/g, "-")}-looks-only-where-it-may`,
    severity: "error",
    comment,
    from: { path: `^app/domain/(${name})/` },
    to: { path: inDomain, pathNot: ["^app/domain/$1/", area("kernel"), ...others.map(area)] },
  };
}

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment: "Nothing imports this file: it is dead, or a test of it is missing.",
      from: {
        orphan: true,
        pathNot: [
          "\\.d\\.ts$",
          "\\.(md|json|css|html|txt)$",
          "\\.config\\.",
          "^app/(root|entry\\.|server\\.ts|routes/|launch/|workers/)",
          "^tests/",
        ],
      },
      to: {},
    },
    {
      name: "domain-is-pure",
      severity: "error",
      comment: "Domain code is arithmetic on values. Load first, then call it.",
      from: { path: inDomain },
      to: { pathNot: [inDomain, purePackages] },
    },
    mayLookAt(
      "exposure|compliance|visibility",
      ["workforce"],
      "Assessments do not know each other. Combine them in planning or reports.",
    ),
    mayLookAt("learning|billing|tenancy|workforce", [], "These areas stand alone on the kernel."),
    mayLookAt(
      "readiness",
      ["exposure", "compliance", "visibility", "workforce"],
      "Readiness reads results of the assessments, nothing later.",
    ),
    mayLookAt("work-products", ["compliance", "tenancy"], "Documents show what the duties' engine found."),
    mayLookAt("workflows", ["workforce", "exposure", "compliance"], "Workflows know the work, not the plan."),
    mayLookAt("tutoring|governance", ["learning"], "These areas know only what is believed."),
    mayLookAt(
      "planning",
      ["workforce", "readiness", "workflows", "tutoring", "exposure", "compliance", "visibility", "learning"],
      "A plan looks across everything but reports.",
    ),
    {
      name: "kernel-is-the-bottom",
      severity: "error",
      from: { path: area("kernel") },
      to: { pathNot: area("kernel") },
    },
    {
      name: "knowledge-is-data",
      severity: "error",
      comment: "Knowledge is facts with a schema; whoever needs them gets them through Deps.",
      from: { path: "^app/knowledge/" },
      to: {
        pathNot: [
          "^app/(knowledge|domain)/",
          "node_modules/zod/",
          "^node:?(fs|url|zlib|path)",
          "^(fs|url|zlib|path|fs/promises)$",
        ],
      },
    },
    { name: "db-looks-inward", severity: "error", from: { path: "^db/" }, to: { path: "^app/", pathNot: inDomain } },
    {
      name: "services-look-inward",
      severity: "error",
      comment:
        "Ask for it in Deps; composition.server.ts supplies it. Strings are values: letters and documents are written here.",
      from: { path: "^app/services/" },
      to: { path: "^app/", pathNot: "^app/(services|domain|strings)/" },
    },
    {
      name: "services-know-no-vendor",
      severity: "error",
      from: { path: "^app/services/" },
      to: { path: "node_modules/(?!zod/)" },
    },
    {
      name: "ports-are-interfaces",
      severity: "error",
      from: { path: "^app/services/ports/" },
      to: { pathNot: ["^app/services/ports/", inDomain] },
    },
    {
      name: "adapters-implement-ports",
      severity: "error",
      from: { path: "^app/adapters/" },
      to: { path: "^(app|db)/", pathNot: ["^app/adapters/", "^app/services/ports/", inDomain] },
    },
    {
      name: "adapters-do-not-know-each-other",
      severity: "error",
      from: { path: "^app/adapters/([^/]+)/" },
      to: { path: "^app/adapters/", pathNot: "^app/adapters/$1/" },
    },
    {
      name: "routes-go-through-services",
      severity: "error",
      from: { path: "^app/(routes|ui)/" },
      to: { path: "^(db/|app/(adapters|knowledge|jobs|env|composition|cli|bench|demonstration|workers))" },
    },
    {
      name: "jobs-go-through-services",
      severity: "error",
      from: { path: "^app/jobs/" },
      to: { path: "^app/(routes|ui|http|adapters|knowledge|composition)" },
    },
    {
      name: "jobs-know-only-their-table",
      severity: "error",
      from: { path: "^app/jobs/" },
      to: { path: "^db/", pathNot: "^db/repositories/jobs\\.server\\.ts$" },
    },
    {
      name: "http-goes-through-services",
      severity: "error",
      from: { path: "^app/http/" },
      to: { path: "^(db/|app/(routes|ui|adapters|knowledge|jobs|composition|env))" },
    },
    {
      name: "ui-shows-values",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: "^app/", pathNot: "^app/(ui|domain|strings)/" },
    },
    {
      name: "strings-are-words",
      severity: "error",
      from: { path: "^app/strings/" },
      to: { path: "^app/", pathNot: "^app/(strings|domain)/" },
    },
    {
      name: "workers-think",
      severity: "error",
      comment:
        "A worker thread gets values and gives values; it never opens the database file. Packs are values, too large to send. Reading a file format is arithmetic on bytes.",
      from: { path: "^app/workers/" },
      to: {
        path: "^(db/|app/)",
        pathNot: ["^app/workers/", inDomain, "^app/knowledge/", "^app/services/ports/", "^app/adapters/tables/read-"],
      },
    },
    {
      name: "cli-has-no-pages",
      severity: "error",
      from: { path: "^app/(cli|demonstration)/" },
      to: { path: "^app/(routes|ui|http)/" },
    },
    {
      name: "only-the-doors-compose",
      severity: "error",
      comment: "Everybody else gets Deps handed in.",
      from: { pathNot: "^(app/(server\\.ts|cli/|bench/|composition)|tests/)" },
      to: { path: "^app/(composition|env)\\.server\\.ts$" },
    },
    {
      name: "vendors-stay-at-the-edge",
      severity: "error",
      from: { pathNot: "^(app/adapters|app/workers|tests)/" },
      to: { path: "node_modules/(openai|stripe|better-auth|nodemailer|playwright-core|undici|pdfmake|docx)/" },
    },
    {
      name: "sql-stays-in-db",
      severity: "error",
      from: { pathNot: "^(db|tests|app/bench)/" },
      to: { path: "node_modules/(drizzle-orm|@libsql)/" },
    },
    {
      name: "framework-stays-at-the-rim",
      severity: "error",
      from: { path: "^(db|app/(domain|knowledge|services|adapters|jobs|cli|workers))/" },
      to: { path: "node_modules/(@remix-run|react|react-dom)/" },
    },
    { name: "routes-are-leaves", severity: "error", from: { pathNot: "^tests/" }, to: { path: "^app/routes/" } },
    { name: "shipped-code-ignores-tests", severity: "error", from: { path: "^(app|db)/" }, to: { path: "^tests/" } },
    {
      name: "nothing-in-domain-reaches-io",
      severity: "error",
      from: { path: inDomain },
      to: { path: "^(db|app/adapters)/", reachable: true },
    },
    {
      name: "packages-are-declared",
      severity: "error",
      from: {},
      // The router inside Remix, with which tests render components.
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"], pathNot: "node_modules/react-router-dom/" },
    },
    { name: "imports-resolve", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^virtual:" } },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.css$" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
