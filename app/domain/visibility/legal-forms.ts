const after =
  "gmbh(?: & co\\.? kg)?|ag|se|kg|ug|e\\.?k\\.?|inc\\.?|incorporated|llc|ltd\\.?|limited|plc|corp\\.?|corporation|s\\.?a\\.?s?|s\\.?a\\.?r\\.?l\\.?|s\\.?r\\.?l\\.?|s\\.?p\\.?a\\.?|s\\.?l\\.?u?|b\\.?v\\.?|n\\.?v\\.?|a\\.?ş\\.?|ltd\\.? şti\\.?|oy|ab|a\\/s|aps|sp\\. ?z ?o\\. ?o\\.?|lda\\.?|ltda\\.?|ооо|ذ\\.م\\.م\\.?|ش\\.م\\.م\\.?";

/** Legal forms after a name, and those that East Asia and Arabia write before it or close to it. */
const legalForm = new RegExp(
  `[\\s,]+(?:${after})$|(?:株式会社|有限会社|合同会社|주식회사|㈜|股份有限公司|有限公司|有限責任公司|有限责任公司)$|^(?:株式会社|有限会社|合同会社|주식회사|㈜|شركة\\s|ооо\\s)\\s*`,
  "giu",
);

/** "Kestrel Freight" of "Kestrel Freight GmbH". */
export function withoutLegalForm(name: string): string {
  return name.replace(legalForm, "").trim();
}
