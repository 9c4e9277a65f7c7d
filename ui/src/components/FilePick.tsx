import { FileText, FolderOpen, X } from "lucide-react";
import { useId, useState } from "react";
import { fileSize } from "@/lib/format";
import { t } from "@/lib/i18n";
import { host, type PickedFile } from "@/lib/ipc/host";
import { Button, IconButton } from "./Button";
import css from "./FilePick.module.css";

interface FilePickProps {
  label: string;
  /** Told to the native picker, which decides what may be chosen. */
  purpose: string;
  value: PickedFile | null;
  onChange: (file: PickedFile | null) => void;
  description?: string;
  error?: string | null;
  folder?: boolean;
}

/** A file (or folder) chosen in the native picker. The window sees its name and size, never its path. */
export function FilePick({
  label,
  purpose,
  value,
  onChange,
  description,
  error,
  folder,
}: FilePickProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const pick = async () => {
    setOpen(true);
    try {
      const file = await (folder === true ? host().pickFolder(purpose) : host().pickFile(purpose));
      if (file !== null) onChange(file);
    } finally {
      setOpen(false);
    }
  };
  return (
    <div role="group" aria-labelledby={id} aria-describedby={error ? `${id}-error` : undefined}>
      <div id={id} className={css.label}>
        {label}
      </div>
      <div className={css.box}>
        {value === null ? (
          <span className={css.quiet}>{description}</span>
        ) : (
          <span className={css.file}>
            {folder === true ? (
              <FolderOpen className="icon" aria-hidden />
            ) : (
              <FileText className="icon" aria-hidden />
            )}
            <span className={css.name}>{value.name}</span>
            {folder !== true && <span className={css.quiet}>{fileSize(value.size)}</span>}
            <IconButton icon={X} label={t("common.file.remove")} onPress={() => onChange(null)} />
          </span>
        )}
        <Button onPress={() => void pick()} isPending={isOpen}>
          {value !== null
            ? t("common.file.replace")
            : folder === true
              ? t("common.file.chooseFolder")
              : t("common.file.choose")}
        </Button>
      </div>
      {error && (
        <p id={`${id}-error`} className={css.error}>
          {error}
        </p>
      )}
    </div>
  );
}
