// One line for each law, standard or guideline. A new pack is added here.
import auNswWhs from "./packs/au-nsw-whs.json" with { type: "json" };
import auPrivacyAdm from "./packs/au-privacy-adm.json" with { type: "json" };
import brLgpd from "./packs/br-lgpd.json" with { type: "json" };
import brPl2338 from "./packs/br-pl2338.json" with { type: "json" };
import caAida from "./packs/ca-aida.json" with { type: "json" };
import caOnEsa from "./packs/ca-on-esa.json" with { type: "json" };
import caPipeda from "./packs/ca-pipeda.json" with { type: "json" };
import caQcLaw25 from "./packs/ca-qc-law25.json" with { type: "json" };
import cnAlgorithmRec from "./packs/cn-algorithm-rec.json" with { type: "json" };
import cnAnthropomorphic from "./packs/cn-anthropomorphic.json" with { type: "json" };
import cnGenaiMeasures from "./packs/cn-genai-measures.json" with { type: "json" };
import cnLabelling from "./packs/cn-labelling.json" with { type: "json" };
import cnPipl from "./packs/cn-pipl.json" with { type: "json" };
import coeAiConvention from "./packs/coe-ai-convention.json" with { type: "json" };
import deBetrvg from "./packs/de-betrvg.json" with { type: "json" };
import en18286 from "./packs/en-18286.json" with { type: "json" };
import esEt644d from "./packs/es-et-64-4d.json" with { type: "json" };
import euAiAct from "./packs/eu-ai-act.json" with { type: "json" };
import euAild from "./packs/eu-aild.json" with { type: "json" };
import euCra from "./packs/eu-cra.json" with { type: "json" };
import euDora from "./packs/eu-dora.json" with { type: "json" };
import euGdpr from "./packs/eu-gdpr.json" with { type: "json" };
import euInfoConsult from "./packs/eu-info-consult.json" with { type: "json" };
import euNis2 from "./packs/eu-nis2.json" with { type: "json" };
import euPayTransparency from "./packs/eu-pay-transparency.json" with { type: "json" };
import euPlatformWork from "./packs/eu-platform-work.json" with { type: "json" };
import euPld from "./packs/eu-pld.json" with { type: "json" };
import frCse from "./packs/fr-cse.json" with { type: "json" };
import inDpdp from "./packs/in-dpdp.json" with { type: "json" };
import inItRules2026 from "./packs/in-it-rules-2026.json" with { type: "json" };
import iso23894 from "./packs/iso-23894.json" with { type: "json" };
import iso27001 from "./packs/iso-27001.json" with { type: "json" };
import iso42001 from "./packs/iso-42001.json" with { type: "json" };
import iso42005 from "./packs/iso-42005.json" with { type: "json" };
import itLaw1322025 from "./packs/it-law-132-2025.json" with { type: "json" };
import jpAiPromotion from "./packs/jp-ai-promotion.json" with { type: "json" };
import krAiBasicAct from "./packs/kr-ai-basic-act.json" with { type: "json" };
import krPipaAdm from "./packs/kr-pipa-adm.json" with { type: "json" };
import kzAiLaw from "./packs/kz-ai-law.json" with { type: "json" };
import nistAi6001 from "./packs/nist-ai-600-1.json" with { type: "json" };
import nistAiRmf from "./packs/nist-ai-rmf.json" with { type: "json" };
import nlWor from "./packs/nl-wor.json" with { type: "json" };
import owaspAgentic from "./packs/owasp-agentic.json" with { type: "json" };
import owaspLlmTop10 from "./packs/owasp-llm-top10.json" with { type: "json" };
import sgMgf from "./packs/sg-mgf.json" with { type: "json" };
import sgWfa from "./packs/sg-wfa.json" with { type: "json" };
import soc2 from "./packs/soc2.json" with { type: "json" };
import twAiBasic from "./packs/tw-ai-basic.json" with { type: "json" };
import ukEqualityAct from "./packs/uk-equality-act.json" with { type: "json" };
import ukGdprDuaa from "./packs/uk-gdpr-duaa.json" with { type: "json" };
import usAca1557 from "./packs/us-aca-1557.json" with { type: "json" };
import usCaAb316 from "./packs/us-ca-ab316.json" with { type: "json" };
import usCaAb1609 from "./packs/us-ca-ab1609.json" with { type: "json" };
import usCaAb1883 from "./packs/us-ca-ab1883.json" with { type: "json" };
import usCaAb2013 from "./packs/us-ca-ab2013.json" with { type: "json" };
import usCaAiTransparency from "./packs/us-ca-ai-transparency.json" with { type: "json" };
import usCaBot from "./packs/us-ca-bot.json" with { type: "json" };
import usCaCcpaAdmt from "./packs/us-ca-ccpa-admt.json" with { type: "json" };
import usCaCrdAds from "./packs/us-ca-crd-ads.json" with { type: "json" };
import usCaHealthAi from "./packs/us-ca-health-ai.json" with { type: "json" };
import usCaSb7 from "./packs/us-ca-sb7.json" with { type: "json" };
import usCaSb53 from "./packs/us-ca-sb53.json" with { type: "json" };
import usCaSb947 from "./packs/us-ca-sb947.json" with { type: "json" };
import usCaSb951 from "./packs/us-ca-sb951.json" with { type: "json" };
import usCoAdmt from "./packs/us-co-admt.json" with { type: "json" };
import usCoSb24205 from "./packs/us-co-sb24-205.json" with { type: "json" };
import usCtPa2615 from "./packs/us-ct-pa26-15.json" with { type: "json" };
import usEcoa from "./packs/us-ecoa.json" with { type: "json" };
import usEo14365 from "./packs/us-eo-14365.json" with { type: "json" };
import usFcra from "./packs/us-fcra.json" with { type: "json" };
import usFtcAct from "./packs/us-ftc-act.json" with { type: "json" };
import usIlAivia from "./packs/us-il-aivia.json" with { type: "json" };
import usIlBipa from "./packs/us-il-bipa.json" with { type: "json" };
import usIlHb3773 from "./packs/us-il-hb3773.json" with { type: "json" };
import usIlSb315 from "./packs/us-il-sb315.json" with { type: "json" };
import usMd3717 from "./packs/us-md-3717.json" with { type: "json" };
import usMeChatbot from "./packs/us-me-chatbot.json" with { type: "json" };
import usModelRisk2026 from "./packs/us-model-risk-2026.json" with { type: "json" };
import usNaicBulletin from "./packs/us-naic-bulletin.json" with { type: "json" };
import usNjDcr from "./packs/us-nj-dcr.json" with { type: "json" };
import usNyAilia from "./packs/us-ny-ailia.json" with { type: "json" };
import usNyRaise from "./packs/us-ny-raise.json" with { type: "json" };
import usNySyntheticAds from "./packs/us-ny-synthetic-ads.json" with { type: "json" };
import usNyWarn from "./packs/us-ny-warn.json" with { type: "json" };
import usNycLl144 from "./packs/us-nyc-ll144.json" with { type: "json" };
import usTitle7AdaAdea from "./packs/us-title7-ada-adea.json" with { type: "json" };
import usTxTraiga from "./packs/us-tx-traiga.json" with { type: "json" };
import usUtGenai from "./packs/us-ut-genai.json" with { type: "json" };
import usVaHb2094 from "./packs/us-va-hb2094.json" with { type: "json" };
import vnAiLaw from "./packs/vn-ai-law.json" with { type: "json" };

/** The packs as they are in their files, by file name, not yet read. */
export const packFiles: Readonly<Record<string, unknown>> = {
  "au-nsw-whs.json": auNswWhs,
  "au-privacy-adm.json": auPrivacyAdm,
  "br-lgpd.json": brLgpd,
  "br-pl2338.json": brPl2338,
  "ca-aida.json": caAida,
  "ca-on-esa.json": caOnEsa,
  "ca-pipeda.json": caPipeda,
  "ca-qc-law25.json": caQcLaw25,
  "cn-algorithm-rec.json": cnAlgorithmRec,
  "cn-anthropomorphic.json": cnAnthropomorphic,
  "cn-genai-measures.json": cnGenaiMeasures,
  "cn-labelling.json": cnLabelling,
  "cn-pipl.json": cnPipl,
  "coe-ai-convention.json": coeAiConvention,
  "de-betrvg.json": deBetrvg,
  "en-18286.json": en18286,
  "es-et-64-4d.json": esEt644d,
  "eu-ai-act.json": euAiAct,
  "eu-aild.json": euAild,
  "eu-cra.json": euCra,
  "eu-dora.json": euDora,
  "eu-gdpr.json": euGdpr,
  "eu-info-consult.json": euInfoConsult,
  "eu-nis2.json": euNis2,
  "eu-pay-transparency.json": euPayTransparency,
  "eu-platform-work.json": euPlatformWork,
  "eu-pld.json": euPld,
  "fr-cse.json": frCse,
  "in-dpdp.json": inDpdp,
  "in-it-rules-2026.json": inItRules2026,
  "iso-23894.json": iso23894,
  "iso-27001.json": iso27001,
  "iso-42001.json": iso42001,
  "iso-42005.json": iso42005,
  "it-law-132-2025.json": itLaw1322025,
  "jp-ai-promotion.json": jpAiPromotion,
  "kr-ai-basic-act.json": krAiBasicAct,
  "kr-pipa-adm.json": krPipaAdm,
  "kz-ai-law.json": kzAiLaw,
  "nist-ai-600-1.json": nistAi6001,
  "nist-ai-rmf.json": nistAiRmf,
  "nl-wor.json": nlWor,
  "owasp-agentic.json": owaspAgentic,
  "owasp-llm-top10.json": owaspLlmTop10,
  "sg-mgf.json": sgMgf,
  "sg-wfa.json": sgWfa,
  "soc2.json": soc2,
  "tw-ai-basic.json": twAiBasic,
  "uk-equality-act.json": ukEqualityAct,
  "uk-gdpr-duaa.json": ukGdprDuaa,
  "us-aca-1557.json": usAca1557,
  "us-ca-ab1609.json": usCaAb1609,
  "us-ca-ab1883.json": usCaAb1883,
  "us-ca-ab2013.json": usCaAb2013,
  "us-ca-ab316.json": usCaAb316,
  "us-ca-ai-transparency.json": usCaAiTransparency,
  "us-ca-bot.json": usCaBot,
  "us-ca-ccpa-admt.json": usCaCcpaAdmt,
  "us-ca-crd-ads.json": usCaCrdAds,
  "us-ca-health-ai.json": usCaHealthAi,
  "us-ca-sb53.json": usCaSb53,
  "us-ca-sb7.json": usCaSb7,
  "us-ca-sb947.json": usCaSb947,
  "us-ca-sb951.json": usCaSb951,
  "us-co-admt.json": usCoAdmt,
  "us-co-sb24-205.json": usCoSb24205,
  "us-ct-pa26-15.json": usCtPa2615,
  "us-ecoa.json": usEcoa,
  "us-eo-14365.json": usEo14365,
  "us-fcra.json": usFcra,
  "us-ftc-act.json": usFtcAct,
  "us-il-aivia.json": usIlAivia,
  "us-il-bipa.json": usIlBipa,
  "us-il-hb3773.json": usIlHb3773,
  "us-il-sb315.json": usIlSb315,
  "us-md-3717.json": usMd3717,
  "us-me-chatbot.json": usMeChatbot,
  "us-model-risk-2026.json": usModelRisk2026,
  "us-naic-bulletin.json": usNaicBulletin,
  "us-nj-dcr.json": usNjDcr,
  "us-ny-ailia.json": usNyAilia,
  "us-ny-raise.json": usNyRaise,
  "us-ny-synthetic-ads.json": usNySyntheticAds,
  "us-ny-warn.json": usNyWarn,
  "us-nyc-ll144.json": usNycLl144,
  "us-title7-ada-adea.json": usTitle7AdaAdea,
  "us-tx-traiga.json": usTxTraiga,
  "us-ut-genai.json": usUtGenai,
  "us-va-hb2094.json": usVaHb2094,
  "vn-ai-law.json": vnAiLaw,
};
