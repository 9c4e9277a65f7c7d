import { useEffect, useState } from "react";
import { ErrorNotice, FieldRow, Segmented, Select, Skeleton, Switch } from "@/components";
import { t } from "@/lib/i18n";
import type { Contrast, Motion, TextSize, Theme } from "@/lib/ipc/bindings.gen";
import { host } from "@/lib/ipc/host";
import css from "./Settings.module.css";
import type { PreferenceProps } from "./usePreferences";

const themes: readonly Theme[] = ["system", "paper", "darkroom"];
const contrasts: readonly Contrast[] = ["system", "more"];
const motions: readonly Motion[] = ["system", "reduced"];
const textSizes: readonly TextSize[] = ["normal", "large", "largest"];

/** Each choice is seen at once; there is nothing to save by hand. */
export function AppearanceSection({ now, change }: PreferenceProps) {
  return (
    <div className={css.group}>
      <Segmented
        label={t("settings.theme")}
        value={now.theme}
        onChange={(theme) => void change({ theme })}
        choices={themes.map((id) => ({ id, label: t(`settings.theme.${id}`) }))}
        description={t("settings.theme.note")}
      />
      <Segmented
        label={t("settings.textSize")}
        value={now.textSize}
        onChange={(textSize) => void change({ textSize })}
        choices={textSizes.map((id) => ({ id, label: t(`settings.textSize.${id}`) }))}
      />
      <Segmented
        label={t("settings.contrast")}
        value={now.contrast}
        onChange={(contrast) => void change({ contrast })}
        choices={contrasts.map((id) => ({ id, label: t(`settings.contrast.${id}`) }))}
      />
      <Segmented
        label={t("settings.motion")}
        value={now.motion}
        onChange={(motion) => void change({ motion })}
        choices={motions.map((id) => ({ id, label: t(`settings.motion.${id}`) }))}
      />
    </div>
  );
}

const hours = Array.from({ length: 24 }, (_, hour) => ({
  id: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

export function NotificationSection({ now, change }: PreferenceProps) {
  const isOn = now.notifications;
  return (
    <div className={css.group}>
      <Switch
        isSelected={isOn}
        onChange={(notifications) => void change({ notifications })}
        note={t("settings.notifications.note")}
      >
        {t("settings.notifications.on")}
      </Switch>
      <Switch
        isSelected={now.notificationDetails}
        isDisabled={!isOn}
        onChange={(notificationDetails) => void change({ notificationDetails })}
        note={t("settings.notifications.detailsNote")}
      >
        {t("settings.notifications.details")}
      </Switch>
      <div>
        <FieldRow>
          <Select
            label={t("settings.quietFrom")}
            value={String(now.quietFrom)}
            isDisabled={!isOn}
            onChange={(hour) => void change({ quietFrom: Number(hour) })}
            choices={hours}
          />
          <Select
            label={t("settings.quietUntil")}
            value={String(now.quietUntil)}
            isDisabled={!isOn}
            onChange={(hour) => void change({ quietUntil: Number(hour) })}
            choices={hours}
          />
        </FieldRow>
        <p className={css.quiet}>
          {now.quietFrom === now.quietUntil ? t("settings.quiet.none") : t("settings.quiet.note")}
        </p>
      </div>
    </div>
  );
}

/** The system keeps this list, so it is asked, never remembered. */
export function LoginSection({ now, change }: PreferenceProps) {
  const [starts, setStarts] = useState<boolean | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    host().startsAtLogin().then(setStarts).catch(setFailure);
  }, []);
  const set = async (wanted: boolean) => {
    setFailure(null);
    try {
      await host().setStartsAtLogin(wanted);
      if (!now.askedAboutLogin) await change({ askedAboutLogin: true });
    } catch (error) {
      setFailure(error);
    }
    // What is true now, whatever was asked for.
    await host().startsAtLogin().then(setStarts).catch(setFailure);
  };
  return (
    <div className={css.group}>
      {starts !== null && (
        <Switch
          isSelected={starts}
          onChange={(wanted) => void set(wanted)}
          note={t("settings.login.note")}
        >
          {t("settings.login.on")}
        </Switch>
      )}
      {starts === null && failure === null && <Skeleton lines={1} />}
      {failure !== null && <ErrorNotice error={failure} />}
    </div>
  );
}
