import { textOfCode } from "#app/strings/catalogue.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { Notice } from "../controls/notice.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type DoubtsProps = {
  contradictions: readonly { readonly kind: string; readonly system: string | null }[];
  unrecognised: readonly { readonly label: string; readonly value: string }[];
};

/** What the answers leave in doubt, before anybody relies on what follows from them. */
export function Doubts({ contradictions, unrecognised }: DoubtsProps) {
  const t = useText(complianceText);
  const { locale } = useFormat();
  if (contradictions.length + unrecognised.length === 0) return null;
  const clashes = contradictions.map(({ kind, system }) => {
    const clash = textOfCode(complianceText, locale, `clash_${kind}`) ?? kind;
    return system === null ? clash : t("clashOf", { clash, system });
  });
  return (
    <Notice tone="warn" title={t("doubts")}>
      <ul className="list-disc pl-5">
        {[...clashes, ...unrecognised.map((one) => t("unrecognised", one))].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}
