import { Check, FileClock, FilePlus, Landmark, type LucideIcon, UserPlus } from "lucide-react";
import { PageLink } from "@/app";
import { Card, Section } from "@/components";
import { t } from "@/lib/i18n";
import { useQueryCommand } from "@/lib/ipc/hooks";
import css from "./Today.module.css";

interface Hint {
  id: "paid" | "client" | "invoice" | "debt";
  icon: LucideIcon;
  to: string;
  isDone: boolean;
}

/** Before the first invoice: the few things that start the work, each one click away. */
export function Beginning() {
  const bank = useQueryCommand("business.get", {}).data?.business?.bank;
  const clients = useQueryCommand("clients.list", { search: "", offset: 0, limit: 1 }).data?.total;
  const hints: readonly Hint[] = [
    {
      id: "paid",
      icon: Landmark,
      to: "/settings/paid",
      isDone: bank === undefined || bank.iban !== "" || bank.accountNumber !== "",
    },
    { id: "client", icon: UserPlus, to: "/clients/new", isDone: (clients ?? 0) > 0 },
    { id: "invoice", icon: FilePlus, to: "/invoices/new", isDone: false },
    { id: "debt", icon: FileClock, to: "/debts/new", isDone: false },
  ];
  return (
    <Section title={t("today.begin")}>
      <Card>
        <ol className={css.hints}>
          {hints.map(({ id, icon: Icon, to, isDone }) => (
            <li key={id} data-done={isDone ? "" : undefined}>
              <span className={css.disc}>
                {isDone ? (
                  <Check className="icon" aria-hidden />
                ) : (
                  <Icon className="icon" aria-hidden />
                )}
              </span>
              <div className={css.words}>
                <PageLink to={to} className={css.hintLink}>
                  {t(`today.begin.${id}`)}
                </PageLink>
                {isDone && <span className="sr-only">{t("today.begin.done")}</span>}
                <p>{t(`today.begin.${id}.text`)}</p>
              </div>
            </li>
          ))}
        </ol>
      </Card>
    </Section>
  );
}
