import { Check, CircleAlert, CircleDashed, FolderOpen } from "lucide-react";
import { useState } from "react";
import { useStatus } from "@/app";
import {
  Button,
  Card,
  Chip,
  CopyButton,
  ErrorNotice,
  FilePick,
  KeyValues,
  notify,
  Section,
} from "@/components";
import { count, fileSize, instant } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { BackupReport, BackupState } from "@/lib/ipc/bindings.gen";
import { host, type PickedFile } from "@/lib/ipc/host";
import { useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import css from "./Settings.module.css";

export function CopiesSection() {
  const backup = useStatus()?.backup;
  return (
    <>
      <Section title={t("settings.copies.daily")}>
        {backup !== undefined && <Copies state={backup} />}
      </Section>
      <Section title={t("settings.restore")}>
        <Restore />
      </Section>
    </>
  );
}

function Copies({ state }: { state: BackupState }) {
  const choose = useMutationCommand("backup.folder");
  const copy = useMutationCommand("backup.now");
  const [isPicking, setPicking] = useState(false);
  const tell = (report: BackupReport) =>
    notify({
      tone: "good",
      text: t("settings.copies.done", {
        documents: report.documents,
        size: fileSize(report.size),
      }),
    });
  const pick = async () => {
    setPicking(true);
    try {
      const folder = await host().pickFolder("backup");
      if (folder !== null) tell(await choose.run({ folderToken: folder.token }));
    } catch {
      // Shown under the buttons through choose.error.
    } finally {
      setPicking(false);
    }
  };
  const now = async () => {
    try {
      tell(await copy.run({}));
    } catch {
      // Shown under the buttons through copy.error.
    }
  };
  const error = choose.error ?? copy.error;
  const hasFolder = state.folder !== null;
  return (
    <div className={css.group}>
      <Card padded>
        <State state={state} />
      </Card>
      <div className={css.buttons}>
        {hasFolder && (
          <Button kind="primary" onPress={() => void now()} isPending={copy.isPending}>
            {t("settings.copies.now")}
          </Button>
        )}
        <Button
          kind={hasFolder ? "secondary" : "primary"}
          onPress={() => void pick()}
          isPending={isPicking || choose.isPending}
        >
          {hasFolder ? t("settings.copies.other") : t("settings.copies.choose")}
        </Button>
        {hasFolder && <Reveal of="backup.folder" />}
      </div>
      {error && <ErrorNotice error={error} />}
    </div>
  );
}

function State({ state }: { state: BackupState }) {
  const timeZone = useQueryCommand("business.get", {}).data?.business?.timeZone;
  const { folder, lastAt, problem } = state;
  return (
    <KeyValues
      items={[
        { label: t("settings.copies.folder"), value: folder ?? t("settings.copies.noFolder") },
        {
          label: t("settings.copies.last"),
          value:
            lastAt === null ? t("settings.copies.never") : instant(lastAt, "dayTime", timeZone),
        },
        {
          label: t("settings.copies.state"),
          value:
            problem !== null ? (
              <Chip tone="hot" icon={CircleAlert}>
                {t("settings.copies.failed")}
              </Chip>
            ) : lastAt === null ? (
              <Chip tone="warn" icon={CircleDashed}>
                {t("settings.copies.none")}
              </Chip>
            ) : (
              <Chip tone="good" icon={Check}>
                {t("settings.copies.good")}
              </Chip>
            ),
          ...(problem === null ? {} : { note: problem }),
        },
      ]}
    />
  );
}

export function Reveal({ of }: { of: string }) {
  const [failure, setFailure] = useState<unknown>(null);
  return (
    <>
      <Button
        kind="quiet"
        icon={FolderOpen}
        onPress={() => {
          setFailure(null);
          host().reveal({ of }).catch(setFailure);
        }}
      >
        {t("settings.reveal")}
      </Button>
      {failure !== null && <ErrorNotice error={failure} />}
    </>
  );
}

/** Into a new folder, never over the studio that is open. */
function Restore() {
  const restore = useMutationCommand("backup.restore");
  const [copy, setCopy] = useState<PickedFile | null>(null);
  const [into, setInto] = useState<PickedFile | null>(null);
  const [report, setReport] = useState<{ path: string; invoices: number; entries: number } | null>(
    null,
  );
  const problemOf = (field: string) =>
    restore.error?.fields.some((problem) => problem.field === field) === true
      ? t(`settings.restore.bad.${field === "copyToken" ? "copy" : "into"}`)
      : null;
  const run = async () => {
    if (copy === null || into === null) return;
    setReport(null);
    try {
      setReport(await restore.run({ copyToken: copy.token, intoToken: into.token }));
      setCopy(null);
      setInto(null);
    } catch {
      // Shown through restore.error.
    }
  };
  const pickCopy = (file: PickedFile | null) => {
    restore.reset();
    setCopy(file);
  };
  const pickInto = (file: PickedFile | null) => {
    restore.reset();
    setInto(file);
  };
  return (
    <div className={css.group}>
      <p className={css.quiet}>{t("settings.restore.note")}</p>
      <FilePick
        label={t("settings.restore.copy")}
        purpose="copy"
        folder
        value={copy}
        onChange={pickCopy}
        description={t("settings.restore.copyNote")}
        error={problemOf("copyToken")}
      />
      <FilePick
        label={t("settings.restore.into")}
        purpose="restore"
        folder
        value={into}
        onChange={pickInto}
        description={t("settings.restore.intoNote")}
        error={problemOf("intoToken")}
      />
      <div className={css.buttons}>
        <Button
          onPress={() => void run()}
          isPending={restore.isPending}
          isDisabled={copy === null || into === null}
        >
          {t("settings.restore.run")}
        </Button>
      </div>
      {restore.error && <ErrorNotice error={restore.error} />}
      {report !== null && (
        <div className={css.report} role="status">
          <b>
            {t("settings.restore.done", {
              invoices: count(report.invoices),
              entries: count(report.entries),
            })}
          </b>
          <code data-selectable>{report.path}</code>
          <p>{t("settings.restore.next")}</p>
          <div className={css.buttons}>
            <Reveal of="backup.restore" />
            <CopyButton text={report.path} label={t("settings.restore.copyPath")} />
          </div>
        </div>
      )}
    </div>
  );
}
