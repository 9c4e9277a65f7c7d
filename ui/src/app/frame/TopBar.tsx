import { useLocation } from "@tanstack/react-router";
import { Plus, Search } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { Button, Kbd } from "@/components";
import { t } from "@/lib/i18n";
import { isMac } from "../keys";
import { useGo } from "../navigation";
import { places } from "../places";
import css from "./Frame.module.css";

export function TopBar({ onPalette }: { onPalette: () => void }) {
  const go = useGo();
  const { pathname } = useLocation();
  // The accent belongs to the one act of the page, and a page about one client's money records its own payment.
  const isPlace = places.some((place) => place.path === pathname);
  const isAboutMoney = /^\/(payments\/|invoices\/.|cases\/.)/.test(pathname);
  return (
    <div className={css.bar}>
      <AriaButton className={css.find ?? ""} onPress={onPalette}>
        <Search className="icon" aria-hidden />
        <span>{t("common.topbar.find")}</span>
        <Kbd>{`${isMac ? t("common.key.command") : t("common.key.ctrl")} K`}</Kbd>
      </AriaButton>
      <span className={css.spring} />
      {!isAboutMoney && (
        <Button onPress={() => go("/payments/new")}>{t("common.topbar.recordPayment")}</Button>
      )}
      <Button
        kind={isPlace ? "primary" : "secondary"}
        icon={Plus}
        onPress={() => go("/invoices/new")}
      >
        {t("common.topbar.newInvoice")}
      </Button>
    </div>
  );
}
