import { BellRing } from "lucide-react";
import { useState } from "react";
import { Button, ErrorNotice, notify } from "@/components";
import { t } from "@/lib/i18n";
import { IpcError } from "@/lib/ipc/error";
import { host } from "@/lib/ipc/host";
import { useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import css from "./EditorPage.module.css";

/** After the first invoice: whether Safelight may start with the computer to watch the due date. */
export function WatchOffer() {
  const settings = useQueryCommand("settings.get", {});
  const save = useMutationCommand("settings.save");
  const [error, setError] = useState<IpcError | null>(null);
  const [isAnswered, setAnswered] = useState(false);
  const preferences = settings.data;
  if (preferences === undefined || isAnswered || preferences.askedAboutLogin) return null;

  const answer = async (watch: boolean) => {
    setError(null);
    try {
      if (watch) await host().setStartsAtLogin(true);
      await save.run({ ...preferences, askedAboutLogin: true });
      setAnswered(true);
      notify({ text: watch ? t("invoices.watch.on") : t("invoices.watch.off") });
    } catch (thrown) {
      setError(IpcError.from(thrown));
    }
  };

  return (
    <section className={css.offer} aria-label={t("invoices.watch.title")}>
      <b>
        <BellRing className="icon" aria-hidden /> {t("invoices.watch.title")}
      </b>
      <p>{t("invoices.watch.text")}</p>
      {error !== null && <ErrorNotice error={error} />}
      <div className={css.acts}>
        <Button isPending={save.isPending} onPress={() => void answer(true)}>
          {t("invoices.watch.yes")}
        </Button>
        <Button kind="quiet" onPress={() => void answer(false)}>
          {t("invoices.watch.no")}
        </Button>
      </div>
    </section>
  );
}
