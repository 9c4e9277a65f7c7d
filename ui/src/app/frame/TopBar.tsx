import { useLocation } from "@tanstack/react-router";
import { Plus, Search } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { Button, Kbd } from "@/components";
import { t } from "@/lib/i18n";
import { isMac } from "../keys";
import { useGo } from "../navigation";
import css from "./Frame.module.css";

export function TopBar({ onPalette }: { onPalette: () => void }) {
  const go = useGo();
  // The accent belongs to the one act of the page: while an invoice is written, that is to review it.
  const isWriting = useLocation().pathname.startsWith("/drafts/");
  return (
    <div className={css.bar}>
      <AriaButton className={css.find ?? ""} onPress={onPalette}>
        <Search className="icon" aria-hidden />
        <span>{t("common.topbar.find")}</span>
        <Kbd>{`${isMac ? t("common.key.command") : t("common.key.ctrl")} K`}</Kbd>
      </AriaButton>
      <span className={css.spring} />
      <Button onPress={() => go("/payments/new")}>{t("common.topbar.recordPayment")}</Button>
      <Button
        kind={isWriting ? "secondary" : "primary"}
        icon={Plus}
        onPress={() => go("/invoices/new")}
      >
        {t("common.topbar.newInvoice")}
      </Button>
    </div>
  );
}
