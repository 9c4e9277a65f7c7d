import { useState } from "react";
import { useStatus } from "@/app";
import { Button, ErrorNotice, KeyValues, Section } from "@/components";
import { t } from "@/lib/i18n";
import type { ExportReport, SavedFile } from "@/lib/ipc/bindings.gen";
import { host } from "@/lib/ipc/host";
import { type MutationCommand, useMutationCommand } from "@/lib/ipc/hooks";
import { Reveal } from "./copies";
import css from "./Settings.module.css";

/** Picks a folder and runs an act on it; what came of it, or why not, stays on the page. */
function useFolderAct<R>(
  command: MutationCommand<"export.csv"> | MutationCommand<"diagnostics.save">,
  purpose: string,
) {
  const [done, setDone] = useState<R | null>(null);
  const [isPicking, setPicking] = useState(false);
  const run = async () => {
    setPicking(true);
    setDone(null);
    try {
      const folder = await host().pickFolder(purpose);
      if (folder !== null) setDone((await command.run({ folderToken: folder.token })) as R);
    } catch {
      // Shown through command.error.
    } finally {
      setPicking(false);
    }
  };
  return { done, run, isPending: isPicking || command.isPending };
}

export function ExportSection() {
  const command = useMutationCommand("export.csv");
  const { done, run, isPending } = useFolderAct<ExportReport>(command, "export");
  return (
    <div className={css.group}>
      <p>{t("settings.export.text")}</p>
      <div className={css.buttons}>
        <Button kind="primary" isPending={isPending} onPress={() => void run()}>
          {t("settings.export.run")}
        </Button>
      </div>
      {command.error && <ErrorNotice error={command.error} />}
      {done !== null && (
        <div className={css.report} role="status">
          <b>{t("settings.export.done", { count: done.files.length })}</b>
          <KeyValues
            items={done.files.map((file) => ({
              label: file.name,
              value: t("settings.export.rows", { count: file.rows }),
            }))}
          />
          <code data-selectable>{done.folder}</code>
          <div className={css.buttons}>
            <Reveal of="export.csv" />
          </div>
        </div>
      )}
    </div>
  );
}

export function SupportSection() {
  const status = useStatus();
  const command = useMutationCommand("diagnostics.save");
  const { done, run, isPending } = useFolderAct<SavedFile>(command, "diagnostics");
  return (
    <>
      <Section title={t("settings.support.diagnostics")}>
        <div className={css.group}>
          <p>{t("settings.support.text")}</p>
          <div className={css.buttons}>
            <Button isPending={isPending} onPress={() => void run()}>
              {t("settings.support.save")}
            </Button>
          </div>
          {command.error && <ErrorNotice error={command.error} />}
          {done !== null && (
            <div className={css.report} role="status">
              <b>{t("settings.support.saved")}</b>
              <code data-selectable>{done.path}</code>
              <div className={css.buttons}>
                <Reveal of="diagnostics.save" />
              </div>
            </div>
          )}
        </div>
      </Section>
      <Section title={t("settings.support.about")}>
        <div className={css.group}>
          <KeyValues
            items={[
              { label: t("settings.support.version"), value: status?.version ?? "" },
              {
                label: t("settings.support.studio"),
                value:
                  status?.sample === true ? t("settings.support.sample") : (status?.studio ?? ""),
              },
            ]}
          />
          <div className={css.buttons}>
            <Reveal of="data" />
          </div>
          <p className={css.quiet}>{t("settings.support.private")}</p>
        </div>
      </Section>
    </>
  );
}
