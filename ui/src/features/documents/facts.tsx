import { PageLink, path } from "@/app";
import { CopyButton, type KeyValue, KeyValues } from "@/components";
import { date, fileSize } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { DocumentRow } from "@/lib/ipc/bindings.gen";
import table from "@/parts/records/Records.module.css";
import css from "./Documents.module.css";

/** Whose paper it is, when it was made, and the fingerprint by which it is known to be the same. */
export function DocumentFacts({ row }: { row: DocumentRow }) {
  const items: KeyValue[] = [
    ...(row.clientId === ""
      ? []
      : [
          {
            label: t("documents.peek.client"),
            value: (
              <PageLink to={path("clients", row.clientId)} className={table.link}>
                {row.clientName}
              </PageLink>
            ),
          },
        ]),
    { label: t("documents.peek.made"), value: date(row.madeOn, "long") },
    { label: t("documents.peek.size"), value: fileSize(row.size) },
  ];
  return (
    <div className={css.facts}>
      <KeyValues items={items} />
      <div className={css.hash}>
        <span>{t("documents.peek.hash")}</span>
        <code>{row.sha256}</code>
        <small>{t("documents.peek.same")}</small>
      </div>
      <CopyButton text={row.sha256} label={t("documents.peek.hashCopy")} />
    </div>
  );
}

/** Scans may be pictures; a PDF says so in its first bytes. */
export function isPdfFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46;
}
