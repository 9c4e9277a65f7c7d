import { BellRing } from "lucide-react";
import { useState } from "react";
import { Button, Card, ErrorNotice, notify } from "@/components";
import { t } from "@/lib/i18n";
import { host } from "@/lib/ipc/host";
import { useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import css from "./Today.module.css";

/** Asked once, after the first invoice. Either answer is remembered; Settings can change it. */
export function LoginOffer() {
  const preferences = useQueryCommand("settings.get", {}).data;
  const save = useMutationCommand("settings.save");
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const answer = async (starts: boolean) => {
    if (preferences === undefined) return;
    setBusy(true);
    setFailure(null);
    try {
      if (starts) await host().setStartsAtLogin(true);
      await save.run({ ...preferences, askedAboutLogin: true });
      notify({
        tone: starts ? "good" : "plain",
        text: starts ? t("today.login.on") : t("today.login.off"),
      });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card padded className={css.offer ?? ""}>
      <span className={css.disc}>
        <BellRing className="icon" aria-hidden />
      </span>
      <div className={css.words}>
        <b>{t("today.login.title")}</b>
        <p>{t("today.login.text")}</p>
        {failure !== null && <ErrorNotice error={failure} />}
      </div>
      <div className={css.offerActs}>
        <Button isPending={isBusy} onPress={() => void answer(true)}>
          {t("today.login.yes")}
        </Button>
        <Button kind="quiet" isDisabled={isBusy} onPress={() => void answer(false)}>
          {t("today.login.no")}
        </Button>
      </div>
    </Card>
  );
}
